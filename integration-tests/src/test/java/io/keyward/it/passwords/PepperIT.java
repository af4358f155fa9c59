package io.keyward.it.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Keyward;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Stacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is stopped and started with the next pepper, on the same database. Its realm is the shipped one, imported
 * with the classic preset and bcrypt by one environment variable.
 */
@DisabledIfSystemProperty(
        named = "keyward.stack",
        matches = "containers",
        disabledReason = "the vault is a folder of this machine")
@Tag("long")
@Tag("alone")
class PepperIT {

    private static final String POLICY = Presets.CLASSIC + " and hashAlgorithm(bcrypt) and hashIterations(5)";

    private final Person person = Person.ada().withPassword("Xk4-vbTq-of-old");

    @TempDir
    Path folder;

    @Test
    void aNewPepperIsTakenAtTheNextSignInAndTheOldOneVerifiesUntilThen() throws IOException {
        Files.createDirectories(folder.resolve("vault"));
        pepper(1, "first ".repeat(8));
        String id;
        try (Keyward keyward = start(1)) {
            assertThat(keyward.admin("keyward").realm().path("passwordPolicy").asText())
                    .as("what the environment says")
                    .isEqualTo(POLICY);
            ObjectNode client = Json.object()
                    .put("clientId", "direct")
                    .put("secret", "secret")
                    .put("directAccessGrantsEnabled", true);
            keyward.admin("keyward").createClient(client);
            // Keycloak refuses a sign-in while it still books how the person's last one ended.
            keyward.admin("keyward").changeRealm(realm -> realm.put("bruteForceProtected", false));
            id = keyward.admin("keyward").createProvedUser(person);
            assertThat(pepperOf(keyward, id)).isEqualTo("1");
            assertThat(signIn(keyward, person.password())).isEqualTo(200);
        }

        pepper(2, "second ".repeat(8));
        try (Keyward keyward = start(2)) {
            assertThat(signIn(keyward, person.password() + "!")).isEqualTo(400);
            assertThat(pepperOf(keyward, id)).isEqualTo("1");
            assertThat(signIn(keyward, person.password())).isEqualTo(200);
            assertThat(pepperOf(keyward, id)).isEqualTo("2");

            Files.delete(vault(1));
            assertThat(signIn(keyward, person.password())).isEqualTo(200);
        }
    }

    private Keyward start(int version) {
        return Keyward.on(Stacks.local()
                .project(Path.of(System.getProperty("keyward.root")))
                .data(folder.resolve("data"))
                .buildOption("--vault=file")
                .runtimeOption("--vault-dir=" + folder.resolve("vault"))
                .runtimeOption("--spi-password-hashing--bcrypt--pepper-version=" + version)
                .environment("KEYWARD_PASSWORD_POLICY", POLICY)
                .start());
    }

    private void pepper(int version, String secret) throws IOException {
        Files.writeString(vault(version), secret);
    }

    private Path vault(int version) {
        return folder.resolve("vault").resolve("keyward_keyward-bcrypt-pepper-" + version);
    }

    private int signIn(Keyward keyward, String password) {
        return keyward.client("keyward", "direct", "secret")
                .password(person.email(), password)
                .status();
    }

    private static String pepperOf(Keyward keyward, String userId) {
        for (JsonNode credential : keyward.admin("keyward").get("/users/" + userId + "/credentials")) {
            if (credential.path("type").asText().equals("password")) {
                return Json.read(credential.path("credentialData").asText())
                        .at("/additionalParameters/pepper/0")
                        .asText();
            }
        }
        throw new AssertionError("the user has no password");
    }
}
