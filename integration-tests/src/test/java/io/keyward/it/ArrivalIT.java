package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Keyward;
import io.keyward.it.harness.OAuthClient;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.RealmAdmin;
import io.keyward.it.harness.Stacks;
import io.keyward.it.harness.TokenAnswer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keyward comes to a Keycloak that was in use before: the tables are made beside those that are there, realms that do not ask
 * for it notice nothing, and a realm that asks for it locks out nobody whose address Keycloak had verified.
 *
 * <p>One Keycloak after the other on the same data is what the local stack alone can do: containers take theirs along when
 * they go. What is seen here is a matter of the jars, not of how Keycloak runs.
 */
@Tag("long")
@DisabledIfSystemProperty(
        named = "keyward.stack",
        matches = "containers",
        disabledReason = "the data outlives its Keycloak, which it does on the local stack only")
class ArrivalIT {

    private static final String REALM = "before";

    @TempDir
    Path data;

    private final Person verified = Person.named("Vera", "Fied");
    private final Person unverified = Person.named("Una", "Proved");

    @Test
    void aKeycloakInUseGetsKeyward() {
        String realmId = usePlainKeycloak();

        try (Keyward keyward =
                Keyward.on(Stacks.withKeyward(Stacks.local().data(data)).start())) {
            RealmAdmin admin = keyward.admin(REALM);
            OAuthClient client = keyward.client(REALM, "direct", "secret");
            assertThat(keyward.database().keywardTables())
                    .contains("keyward_email_adoption", "keyward_email_proof", "keyward_one_time_token");

            // Not asked for yet.
            assertThat(signIn(client, verified).status()).isEqualTo(200);
            assertThat(signIn(client, unverified).status()).isEqualTo(200);
            assertThat(keyward.database().rowsOfRealm(realmId)).doesNotContainKey("KEYWARD_ONE_TIME_TOKEN");

            admin.send(
                            "POST",
                            "/authentication/register-required-action",
                            Json.of("{'providerId':'keyward-verify-email','name':'Keyward: verify email'}"))
                    .ok();

            assertThat(signIn(client, verified).status()).isEqualTo(200);
            assertThat(methods(admin, verified)).containsExactly("existing");
            TokenAnswer refused = signIn(client, unverified);
            assertThat(refused.holdsNoToken()).isTrue();
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.error()).isEqualTo("invalid_grant");
            assertThat(methods(admin, unverified)).isEmpty();

            // Taken over once: a flag that is set afterwards proves nothing.
            admin.changeUser(admin.userId(unverified.email()), user -> user.put("emailVerified", true));
            assertThat(signIn(client, unverified).holdsNoToken()).isTrue();
        }
    }

    /** Fills the database by a Keycloak that knows nothing of Keyward, and gives the id of its realm. */
    private String usePlainKeycloak() {
        try (Keyward plain = Keyward.on(Stacks.local().data(data).start())) {
            ObjectNode realm = Json.object().put("realm", REALM).put("enabled", true);
            realm.putArray("clients")
                    .add(Json.of("{'clientId':'direct','secret':'secret','publicClient':false,"
                            + "'standardFlowEnabled':false,'directAccessGrantsEnabled':true}"));
            plain.admin().send("POST", "", realm).ok();
            RealmAdmin admin = plain.admin(REALM);
            admin.createUser(verified, true);
            admin.createUser(unverified, false);
            assertThat(plain.database().keywardTables()).isEmpty();
            assertThat(signIn(plain.client(REALM, "direct", "secret"), verified).status())
                    .isEqualTo(200);
            return admin.realm().get("id").asText();
        }
    }

    private static TokenAnswer signIn(OAuthClient client, Person person) {
        return client.password(person.email(), person.password());
    }

    private static List<String> methods(RealmAdmin admin, Person person) {
        List<String> methods = new ArrayList<>();
        for (JsonNode proof : admin.proofs(admin.userId(person.email()))) {
            methods.add(proof.get("method").asText());
        }
        return methods;
    }
}
