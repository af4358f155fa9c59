package io.keyward.it.sessionapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is JSON with a code, and never a 500. */
class SessionBadInputIT {

    private static final List<String> ENDPOINTS =
            List.of("register", "login", "refresh", "logout", "forgot-password", "reset-password/x");
    private static final List<String> TYPES = List.of(
            "application/json", "application/json", "application/json", "text/plain", "*/*", "application/json;;");
    private static final int FEW = 1_000;
    private static final int MANY = 20_000;

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().withClient(Apps.spa());

    private final Front front = Front.of(realm);

    @Test
    void aThousandRequests() {
        send(FEW, 1);
    }

    @Test
    @Tag("long")
    void twentyThousandRequests() {
        send(MANY, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'email': 7, 'password': 'x'}|wrong_type|email",
                "{'email': ['a@example.org'], 'password': 'x'}|wrong_type|email",
                "{'email': 'a@example.org'}|missing_field|password",
                "{'email': null, 'password': 'x'}|missing_field|email",
                "{'email': 'a\\u0000@example.org', 'password': 'x'}|bad_characters|email",
                "{'email': '\\ud800', 'password': 'x'}|bad_characters|email",
                "{'email': 'a@example.org', 'password': 'x\\u0000'}|bad_characters|password",
                "{'email': 'a@example.org', 'email': 'b@example.org', 'password': 'x'}|invalid_json|",
                "[]|invalid_json|",
                "{'email': {'a': {'b': {'c': {'d': {'e': 1}}}}}}|invalid_json|"
            })
    void saysWhatIsWrongWithWhichField(String row) {
        String[] parts = row.split("\\|", 3);
        Answer answer = front.post("login", parts[0].replace('\'', '"'), Map.of());
        SessionStoryIT.refused(answer, 400, parts[1]);
        if (!parts[2].isEmpty()) {
            assertThat(answer.json().get("fields").path(parts[2]).asText()).isNotBlank();
        }
    }

    @Test
    void saysItInThePersonsLanguage() {
        Answer answer = front.post("login", "{}", Map.of("Accept-Language", "de"));
        assertThat(answer.json().get("error").asText()).isEqualTo("Diese Angabe fehlt.");
    }

    @Test
    void aBodyOfFiveMegabytes() {
        String body = "{\"email\": \"" + "a".repeat(5_000_000) + "\"}";
        SessionStoryIT.refused(front.post("login", body, Map.of()), 413, "body_too_long");
    }

    @Test
    void badTokensInPathsAndHeaders() {
        for (String token : List.of("%00", "%ED%A0%80", "a%0d%0ab", "x".repeat(2000), "%F0%28%8C%28", "..%2f..")) {
            Answer verify = front.get("verify/" + token);
            assertThat(verify.status()).as(token).isIn(400, 404);
            Answer check = Http.send(Http.request(front.at("me"))
                    .header("Cookie", "access_token=" + token)
                    .GET());
            assertThat(check.status()).as(token).isEqualTo(401);
        }
        for (String header : List.of("Bearer", "Bearer ", "Bearer a.b.c", "Basic YTpi", "Bearer " + "x".repeat(6000))) {
            Answer me = Http.send(
                    Http.request(front.at("me")).header("Authorization", header).GET());
            SessionStoryIT.refused(me, 401, "not_signed_in");
        }
    }

    private void send(int requests, long seed) {
        Person person = Person.ada();
        realm.admin().createProvedUser(person);
        Garbage garbage = new Garbage(seed);
        for (int i = 0; i < requests; i++) {
            String endpoint = garbage.one(ENDPOINTS);
            HttpRequest.Builder request = Http.request(front.at(endpoint))
                    .header("Origin", Apps.ORIGIN)
                    .header("Accept-Language", garbage.one(List.of("de", "en", "xx", "*", ",,;q=")))
                    .header("Content-Type", garbage.one(TYPES))
                    .POST(BodyPublishers.ofByteArray(garbage.body()));
            Answer answer = Http.send(request);
            assertThat(answer.status())
                    .as("request %d of seed %d at %s: %s", i, seed, endpoint, answer.body())
                    .isLessThan(500);
            JsonNode json = Json.read(answer.body());
            assertThat(json.has("code") || json.has("message"))
                    .as("request %d of seed %d at %s: %s", i, seed, endpoint, answer.body())
                    .isTrue();
            assertThat(answer.body()).doesNotContain("Exception", "\tat ", "io.keyward", "org.keycloak");
        }
        assertThat(front.login(person).status()).isEqualTo(200);
    }
}
