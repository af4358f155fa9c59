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
            "application/json",
            "application/json",
            "application/json",
            "application/json",
            "application/json;charset=UTF-8",
            "application/json;;",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "text/plain",
            "nonsense",
            "*/*");
    private static final List<String> QUERIES = List.of(
            "me?x=%00",
            "check?role=%00&max_age=99999999999999999999",
            "check?role=admin&role=%ED%A0%80",
            "check?max_age=-1",
            "start?return_to=%00",
            "start?return_to=http%3A%2F%2F%5B",
            "start?prompt=none&max_age=1e9&ui_locales=%00",
            "callback?state=%00&code=%00",
            "callback?error=%0d%0a&state=x",
            "verify/%00",
            "verify/%ED%A0%80",
            "verify/..%2f..%2f",
            "devices/%00",
            "clients/%00/me",
            "clients/%ED%A0%80/check");

    private static final int FEW = 1_000;
    private static final int MANY = 20_000;

    @RegisterExtension
    static final TestRealm realm = Apps.realm().withClient(Apps.spa());

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
        assertThat(front.login(person).status()).isEqualTo(200);
        String token = front.browser().cookie("access_token");
        int logged = log().length();
        Garbage garbage = new Garbage(seed);
        for (int i = 0; i < requests; i++) {
            boolean query = garbage.oneIn(6);
            String endpoint = garbage.one(query ? QUERIES : ENDPOINTS);
            HttpRequest.Builder request = Http.request(front.at(endpoint))
                    .header("Origin", Apps.ORIGIN)
                    .header("Accept", garbage.one(List.of("application/json", "*/*", "application/json;q=x")))
                    .header("Accept-Language", garbage.one(List.of("de", "en", "xx", "*", ",,;q=")));
            if (garbage.oneIn(3)) {
                request.header("Cookie", "access_token=" + garbage.one(List.of(token, "x", token + "x", "a.b.c")));
            }
            if (garbage.oneIn(10)) {
                request.header(
                        "Authorization", garbage.one(List.of("Bearer x", "Bearer", "Basic YTpi", "Bearer a.b.c")));
            }
            Answer answer = Http.send(
                    query
                            ? request.GET()
                            : request.header("Content-Type", garbage.one(TYPES))
                                    .POST(BodyPublishers.ofByteArray(garbage.body())));
            String as = "request %d of seed %d at %s: %s".formatted(i, seed, endpoint, answer.body());
            assertThat(answer.status()).as(as).isLessThan(500);
            // A NUL in an address is refused by Keycloak, before it looks for a resource.
            if (!endpoint.contains("%00")) {
                assertThat(answer.header("Cache-Control")).as(as).isEqualTo("no-store");
            }
            if (!query) {
                JsonNode json = Json.read(answer.body());
                assertThat(json.has("code") || json.has("message")).as(as).isTrue();
            }
            assertThat(answer.body()).as(as).doesNotContain("Exception", "\tat ", "io.keyward", "org.keycloak");
        }
        assertThat(front.login(person).status()).isEqualTo(200);
        assertThat(log().substring(logged))
                .doesNotContain("Uncaught server error", "\tat io.keyward.sessionapi")
                .doesNotContain(token, person.password());
    }

    private static String log() {
        return realm.keyward().stack().node().log();
    }
}
