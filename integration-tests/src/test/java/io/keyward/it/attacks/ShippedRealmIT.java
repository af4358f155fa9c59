package io.keyward.it.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the realm definition sets, and an attacker would like otherwise. */
class ShippedRealmIT {

    private static final int MINUTE = 60;
    private static final int DAY = 86_400;

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().with(definition -> definition.put("bruteForceProtected", true));

    private final Person person = Person.ada();

    @Test
    void everythingEnds() {
        JsonNode settings = realm.admin().realm();
        assertThat(settings.get("accessCodeLifespan").asInt()).isBetween(1, MINUTE);
        assertThat(settings.get("accessTokenLifespan").asInt()).isBetween(1, 5 * MINUTE);
        assertThat(settings.get("ssoSessionIdleTimeout").asInt()).isBetween(1, 30 * MINUTE);
        assertThat(settings.get("ssoSessionMaxLifespan").asInt()).isBetween(1, DAY / 2);
        assertThat(settings.get("ssoSessionIdleTimeoutRememberMe").asInt()).isBetween(1, 14 * DAY);
        assertThat(settings.get("ssoSessionMaxLifespanRememberMe").asInt()).isBetween(1, 30 * DAY);
        assertThat(settings.get("offlineSessionIdleTimeout").asInt()).isBetween(1, 30 * DAY);
        assertThat(settings.get("offlineSessionMaxLifespanEnabled").asBoolean()).isTrue();
        assertThat(settings.get("offlineSessionMaxLifespan").asInt()).isBetween(1, 180 * DAY);
    }

    @Test
    void nobodyHasAnAccountAtFirst() {
        assertThat(realm.admin().get("/users?max=10"))
                .as("accounts, those of this test aside")
                .allSatisfy(user -> assertThat(user.get("email").asText()).endsWith("@example.org"));
        assertThat(realm.admin().get("/users/count").asInt()).isLessThanOrEqualTo(1);
    }

    @Test
    void passwordsDoNotExpire() {
        assertThat(realm.admin().realm().get("passwordPolicy").asText()).doesNotContain("forceExpiredPasswordChange");
    }

    @Test
    void theApplicationOfTheDefinitionHasOneGrant() {
        JsonNode clients = realm.admin().get("/clients?clientId=keyward-demo");
        assertThat(clients).hasSize(1);
        for (JsonNode client : clients) {
            assertThat(client.get("standardFlowEnabled").asBoolean()).isTrue();
            for (String other : List.of("implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled")) {
                assertThat(client.get(other).asBoolean()).as(other).isFalse();
            }
            assertThat(client.at("/attributes/pkce.code.challenge.method").asText())
                    .isEqualTo("S256");
        }
    }

    /** Sign-ins, good and bad, and what administrators do: when, where, who, how. */
    @Test
    void everythingIsNoted() {
        String id = realm.admin().createProvedUser(person);
        Visitor good = new Visitor(realm);
        good.signIn(person.email(), person.password());
        good.tokens();
        JsonNode login = realm.admin().events("LOGIN", id).get(0);
        assertThat(login.get("time").asLong()).isPositive();
        assertThat(login.get("ipAddress").asText()).isNotBlank();
        assertThat(login.get("clientId").asText()).isEqualTo("test-app");
        assertThat(login.at("/details/auth_method").asText()).isEqualTo("openid-connect");
        assertThat(realm.admin().events("CODE_TO_TOKEN", id)).hasSize(1);
        new Visitor(realm).signIn(person.email(), "not this one, surely");
        assertThat(realm.admin().events("LOGIN_ERROR", id).get(0).get("error").asText())
                .isEqualTo("invalid_user_credentials");
        assertThat(realm.admin().get("/admin-events?resourceTypes=USER&max=100"))
                .as("what the administrator did")
                .anySatisfy(event -> {
                    assertThat(event.get("resourcePath").asText()).isEqualTo("users/" + id);
                    assertThat(event.at("/authDetails/userId").asText()).isNotBlank();
                });
        realm.admin().deleteUser(id);
    }

    /** Two wrong passwords within a second lock the account for a minute; the right one is refused then, with the same words. */
    @Test
    void guessingAPasswordIsStopped() {
        String id = realm.admin().createProvedUser(person);
        String wrong = new Visitor(realm)
                .signIn(person.email(), "not this one, surely")
                .text();
        // Keycloak books how a sign-in ended in a thread of its own.
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    new Visitor(realm).signIn(person.email(), "nor this one, surely");
                    return realm.admin()
                            .get("/attack-detection/brute-force/users/" + id)
                            .get("disabled")
                            .asBoolean();
                });
        Visitor visitor = new Visitor(realm);
        assertThat(visitor.signIn(person.email(), person.password()).text()).isEqualTo(wrong);
        assertThat(visitor.signedIn()).isFalse();

        realm.admin().delete("/attack-detection/brute-force/users/" + id);
        Visitor owner = new Visitor(realm);
        owner.signIn(person.email(), person.password());
        assertThat(owner.signedIn()).isTrue();
        realm.admin().deleteUser(id);
    }
}
