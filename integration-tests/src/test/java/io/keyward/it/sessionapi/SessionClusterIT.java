package io.keyward.it.sessionapi;

import static io.keyward.it.sessionapi.SessionStoryIT.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Keyward;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Stacks;
import io.keyward.it.harness.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** A session that an administrator or another password ends is over at once on both nodes. */
@DisabledIfSystemProperty(
        named = "keyward.stack",
        matches = "containers",
        disabledReason = "two nodes are processes of this machine")
@Tag("long")
class SessionClusterIT {

    private static final String REALM = "cluster";

    private static Keyward keyward;

    @BeforeAll
    static void start() {
        keyward = Keyward.on(
                Stacks.withKeyward(Stacks.local().prepared().nodes(2)).start());
        var realm = TestRealm.definition(keyward, REALM);
        Apps.withoutDemo(realm);
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
        Answer login = front.login(person);
        assertThat(login.status()).isEqualTo(200);
        ObjectNode refresh = Json.object().put("refresh_token", Front.value(login, "refresh_token"));
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
        refused(new Front(api(1)).post("refresh", refresh), 401, "invalid_refresh_token");
    }

    @Test
    void signedOutAtTheOtherNode() {
        Person person = Person.ada();
        keyward.admin(REALM).createProvedUser(person);
        Front front = new Front(api(0));
        Answer login = front.login(person);
        ObjectNode refresh = Json.object().put("refresh_token", Front.value(login, "refresh_token"));

        assertThat(new Front(api(1)).post("logout", refresh).status()).isEqualTo(200);
        for (int node = 0; node < 2; node++) {
            refused(ask(node, "check", front.browser().cookie("access_token")), 401, "not_signed_in");
        }
        refused(front.post("refresh"), 401, "invalid_refresh_token");
    }

    /** As where the network between the nodes is cut: one has ended the session, neither memory has been told. */
    @Test
    void endedWithoutAWordToTheNodes() {
        Person person = Person.ada();
        String id = keyward.admin(REALM).createProvedUser(person);
        Front front = new Front(api(0));
        assertThat(front.login(person).status()).isEqualTo(200);
        String token = front.browser().cookie("access_token");
        for (int node = 0; node < 2; node++) {
            assertThat(ask(node, "check", token).status()).isEqualTo(200);
        }

        keyward.database().update("update KEYWARD_DEVICE_SESSION set ENDED_AT = 1 where USER_ID = ?", id);

        assertThat(keyward.admin(REALM).sessions(id)).hasSize(1);
        for (int node = 0; node < 2; node++) {
            refused(ask(node, "check", token), 401, "not_signed_in");
            refused(ask(node, "me", token), 401, "not_signed_in");
        }
    }

    @Test
    void switchedOffAndOnInTheConsole() {
        Person person = Person.ada();
        keyward.admin(REALM).createProvedUser(person);
        Front front = new Front(api(0));
        assertThat(front.login(person).status()).isEqualTo(200);
        String token = front.browser().cookie("access_token");
        assertThat(ask(1, "check", token).status()).isEqualTo(200);

        String mappers = "/clients/" + keyward.admin(REALM).clientUuid(Apps.SPA) + "/protocol-mappers/models";
        String mapper = keyward.admin(REALM).get(mappers).get(0).get("id").asText();
        keyward.admin(REALM).delete(mappers + "/" + mapper);
        for (int node = 0; node < 2; node++) {
            int asked = node;
            // The other node hears of it a moment later.
            await("switched off").until(() -> ask(asked, "check", token).status() == 404);
        }

        keyward.admin(REALM).post(mappers, Apps.mapper(Map.of()));
        for (int node = 0; node < 2; node++) {
            int asked = node;
            await("switched on").until(() -> ask(asked, "check", token).status() == 200);
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
