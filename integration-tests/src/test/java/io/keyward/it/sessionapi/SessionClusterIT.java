package io.keyward.it.sessionapi;

import static io.keyward.it.sessionapi.SessionStoryIT.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Keyward;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Stacks;
import io.keyward.it.harness.TestRealm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** A session that an administrator or another password ends is over at once on both nodes. */
@DisabledIfSystemProperty(
        named = "keyward.stack",
        matches = "containers",
        disabledReason = "two nodes are processes of this machine")
class SessionClusterIT {

    private static final String REALM = "cluster";

    private static Keyward keyward;

    @BeforeAll
    static void start() {
        keyward = Keyward.on(
                Stacks.withKeyward(Stacks.local().prepared().nodes(2)).start());
        var realm = TestRealm.definition(keyward, REALM);
        realm.withArray("/clients").add(Apps.spa());
        keyward.admin().send("POST", "", realm).ok();
    }

    @AfterAll
    static void stop() {
        if (keyward != null) {
            keyward.close();
        }
    }

    @Test
    void endedInTheConsole() {
        Person person = Person.ada();
        String id = keyward.admin(REALM).createProvedUser(person);
        Front front = new Front(api(0));
        assertThat(front.login(person).status()).isEqualTo(200);
        String token = front.browser().cookie("access_token");
        for (int node = 0; node < 2; node++) {
            assertThat(ask(node, "check", token).status()).isEqualTo(200);
            assertThat(ask(node, "me", token).status()).isEqualTo(200);
        }
        String session = keyward.admin(REALM).sessions(id).get(0).get("id").asText();
        keyward.admin(REALM).delete("/sessions/" + session);
        for (int node = 0; node < 2; node++) {
            refused(ask(node, "check", token), 401, "not_signed_in");
            refused(ask(node, "me", token), 401, "not_signed_in");
        }
    }

    @Test
    void anotherPassword() {
        Person person = Person.ada();
        Person other = Person.ada();
        String id = keyward.admin(REALM).createProvedUser(person);
        keyward.admin(REALM).createProvedUser(other);
        Front front = new Front(api(0));
        assertThat(front.login(person).status()).isEqualTo(200);
        Front others = new Front(api(0));
        assertThat(others.login(other).status()).isEqualTo(200);
        String token = front.browser().cookie("access_token");
        String othersToken = others.browser().cookie("access_token");
        for (int node = 0; node < 2; node++) {
            assertThat(ask(node, "check", token).status()).isEqualTo(200);
            assertThat(ask(node, "check", othersToken).status()).isEqualTo(200);
        }

        keyward.admin(REALM).setPassword(id, "Another-Battery-Staple-9");

        for (int node = 0; node < 2; node++) {
            refused(ask(node, "check", token), 401, "not_signed_in");
            refused(ask(node, "me", token), 401, "not_signed_in");
            assertThat(ask(node, "check", othersToken).status()).isEqualTo(200);
        }
        refused(front.post("refresh"), 401, "invalid_refresh_token");
        assertThat(others.post("refresh").status()).isEqualTo(200);
    }

    private static Answer ask(int node, String endpoint, String token) {
        return Http.send(Http.request(api(node) + "/" + endpoint)
                .header("Cookie", "access_token=" + token)
                .GET());
    }

    private static String api(int node) {
        return keyward.stack().nodes().get(node).baseUrl() + "/realms/" + REALM + "/keyward/auth";
    }
}
