package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Keyward;
import io.keyward.it.harness.MailtrapServer;
import io.keyward.it.harness.MailtrapWebhook;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Stacks;
import io.keyward.it.harness.TestRealm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Token and signing secret come out of Keycloak's vault, and stay there. */
@DisabledIfSystemProperty(
        named = "keyward.stack",
        matches = "containers",
        disabledReason = "the vault is a folder of this machine")
@Tag("long")
class MailtrapVaultIT {

    private static final String REALM = "vaulted";
    private static final String TOKEN = "a-token-from-the-vault";
    private static final String SECRET = "a-secret-from-the-vault";
    private static final MailtrapServer MAILTRAP = new MailtrapServer(TOKEN);

    private static Keyward keyward;

    private final Person person = Person.ada();

    @BeforeAll
    static void start(@TempDir Path vault) throws IOException {
        Files.writeString(vault.resolve(REALM + "_mailtrap-token"), TOKEN + "\n");
        Files.writeString(vault.resolve(REALM + "_mailtrap-webhook"), SECRET + "\n");
        keyward = Keyward.on(Stacks.withKeyward(Stacks.local().prepared())
                .buildOption("--vault=file")
                .runtimeOption(MailtrapServer.option())
                .runtimeOption("--vault-dir=" + vault)
                .start());
        ObjectNode realm = TestRealm.definition(keyward, REALM);
        realm.putObject("smtpServer")
                .put("host", "live.smtp.mailtrap.io")
                .put("auth", "true")
                .put("user", "api")
                .put("password", "${vault.mailtrap-token}")
                .put("from", "no-reply@example.org");
        realm.withObject("/attributes")
                .put("keyward.mail.transport", "mailtrap")
                .put("keyward.mailtrap.url", MAILTRAP.url())
                .put("keyward.mailtrap.webhook-secret", "${vault.mailtrap-webhook} ${vault.not-there}");
        keyward.admin().send("POST", "", realm).ok();
    }

    @AfterAll
    static void stop() {
        if (keyward != null) {
            keyward.close();
        }
        MAILTRAP.close();
    }

    @Test
    void bothAreTakenFromIt() {
        String id = keyward.admin(REALM).createProvedUser(person);
        keyward.admin(REALM).put("/users/" + id + "/execute-actions-email", Json.array("UPDATE_PASSWORD"));
        JsonNode mail = MAILTRAP.taken(person.email());
        String outboxId = mail.path("custom_variables").path("outbox_id").asText();
        MailtrapWebhook webhook = new MailtrapWebhook(keyward.url() + "/realms/" + REALM, SECRET);
        assertThat(webhook.send(MailtrapWebhook.bounce(outboxId, person.email()))
                        .status())
                .isEqualTo(200);
        assertThat(keyward.admin(REALM)
                        .get("/keyward/users/" + id + "/undelivered")
                        .get("undelivered"))
                .hasSize(1);
        assertThat(keyward.database()
                        .strings("select value from realm_smtp_config union select value from realm_attribute"))
                .contains("${vault.mailtrap-token}")
                .doesNotContain(TOKEN, SECRET);
    }

    @Test
    void aSecretThatTheVaultDoesNotHaveIsToldByMailtrapAsAFailure() {
        String name = "empty-vault";
        ObjectNode realm = TestRealm.definition(keyward, name);
        realm.withObject("/attributes").put("keyward.mailtrap.webhook-secret", "${vault.not-there}");
        keyward.admin().send("POST", "", realm).ok();
        MailtrapWebhook webhook = new MailtrapWebhook(keyward.url() + "/realms/" + name, "${vault.not-there}");
        assertThat(webhook.send(MailtrapWebhook.json()).status()).isEqualTo(503);
    }
}
