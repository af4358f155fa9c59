package io.keyward.it.sessionapi;

import static io.keyward.it.sessionapi.SessionStoryIT.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The client of the session API in the realm that ships: it works at once, and has room for people who try things. */
@Tag("long")
class DemoClientIT {

    private static final String DEMO = "keyward-demo-spa";
    private static final String DEFAULTS = "defaults";

    /** What a page on this machine says, and what the lines in docs/session-api.md send. */
    private static final Map<String, String> PAGE = Map.of("Origin", "http://localhost");

    /** One for each test: limits count per client. */
    @RegisterExtension
    final TestRealm realm = TestRealm.shipped().withClient(defaults());

    @Test
    void roomForSixtyRegistrationsAndSignInsAMinuteFromOneAddress() {
        Front front = demo();
        for (int i = 0; i < 60; i++) {
            Person person = Person.ada();
            Answer registered = front.post(
                    "register",
                    "{\"name\": \"Ada\", \"email\": \"" + person.email() + "\", \"password\": \"" + person.password()
                            + "\"}",
                    PAGE);
            assertThat(registered.status()).as("%d: %s", i, registered.body()).isEqualTo(201);
            refused(login(front, person), 401, "email_not_verified");
        }
    }

    @Test
    void roomForSixtySignInsOfOnePerson() {
        Person person = Person.ada();
        realm.admin().createProvedUser(person);
        Front front = demo();
        for (int i = 0; i < 60; i++) {
            Answer login = login(front, person);
            assertThat(login.status()).as("%d: %s", i, login.body()).isEqualTo(200);
        }
    }

    @Test
    void theDefaultsAreTighter() {
        Front front = new Front(realm.url() + "/keyward/auth/clients/" + DEFAULTS);
        // Counted before the body is looked at.
        for (int i = 0; i < 30; i++) {
            refused(front.post("register"), 400, "missing_field");
        }
        int more = 0;
        Answer answer = front.post("register");
        // Two seconds give another call.
        while (answer.status() == 400 && more++ < 30) {
            answer = front.post("register");
        }
        refused(answer, 429, "rate_limited");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    /** As a newcomer's curl does it: {@code docs/session-api.md}. */
    @Test
    void theLinesOfTheDocumentation() {
        Person person = Person.ada();
        realm.admin().createProvedUser(person);
        Front front = demo();
        Answer login = login(front, person);
        assertThat(login.status()).as(login.body()).isEqualTo(200);
        assertThat(login.json().has("refresh_token")).isFalse();
        assertThat(Front.setCookie(login, "access_token")).contains("HttpOnly; SameSite=Strict");
        assertThat(front.get("me").json().at("/user/role").asText()).isEqualTo("user");
        assertThat(front.get("check?role=user").header("X-Auth-Email")).isEqualTo(person.email());
        assertThat(front.get("devices").json().get("devices")).hasSize(1);
        assertThat(front.post("refresh", "{}", PAGE).status()).isEqualTo(200);
        assertThat(front.post("logout", "{}", PAGE).status()).isEqualTo(200);
        refused(front.get("me"), 401, "not_signed_in");
        // Pages of nobody that it knows.
        refused(front.post("login", "{}", Map.of("Origin", "https://evil.example.org")), 403, "origin_not_allowed");
    }

    @Test
    void theOtherClientsDoNotHaveIt() {
        for (JsonNode client : realm.admin().get("/clients")) {
            String id = client.get("clientId").asText();
            if (!id.equals(DEMO) && !id.equals(DEFAULTS)) {
                refused(new Front(realm.url() + "/keyward/auth/clients/" + id).get("me"), 404, "session_api_off");
            }
        }
    }

    private static Answer login(Front front, Person person) {
        return front.post(
                "login", "{\"email\": \"" + person.email() + "\", \"password\": \"" + person.password() + "\"}", PAGE);
    }

    private Front demo() {
        return new Front(realm.url() + "/keyward/auth/clients/" + DEMO);
    }

    private static ObjectNode defaults() {
        ObjectNode client = Apps.withoutApi(DEFAULTS);
        client.putArray("protocolMappers").add(Apps.mapper(Map.of()));
        return client;
    }
}
