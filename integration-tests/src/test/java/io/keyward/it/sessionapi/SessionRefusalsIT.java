package io.keyward.it.sessionapi;

import static io.keyward.it.sessionapi.SessionStoryIT.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that a person's page would not make. Whatever they ask for is refused, and the session goes on as it was. */
class SessionRefusalsIT {

    private static final String NATIVE = "test-native";

    @RegisterExtension
    static final TestRealm realm = Apps.realm().withClient(Apps.spa()).withClient(Apps.nativeApp(NATIVE));

    @RegisterExtension
    static final TestRealm other = Apps.realm().withClient(Apps.spa());

    private final Person person = Person.ada();
    private final Front front = named(Apps.SPA);

    @BeforeEach
    void signIn() {
        realm.admin().createProvedUser(person);
        assertThat(front.login(person).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "login, https://evil.example.org, ''",
        "refresh, https://evil.example.org, ''",
        "logout, https://evil.example.org, ''",
        "register, https://evil.example.org, ''",
        "refresh, null, ''",
        "logout, https://app.example.org.evil.example, ''",
        "logout, http://app.example.org, ''",
        "refresh, https://app.example.org, cross-site",
        "logout, https://app.example.org, cross-site"
    })
    void fromAnotherOrigin(String endpoint, String origin, String fetchSite) {
        Map<String, String> headers =
                fetchSite.isEmpty() ? Map.of("Origin", origin) : Map.of("Origin", origin, "Sec-Fetch-Site", fetchSite);
        Answer answer = front.post(endpoint, credentials(), headers);
        refused(answer, 403, "origin_not_allowed");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertStillSignedIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "refresh", "logout", "register", "forgot-password"})
    void withoutOrigin(String endpoint) {
        refused(withoutOriginHeader(endpoint), 403, "origin_not_allowed");
        assertStillSignedIn();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=utf-16",
                "application/jsonp"
            })
    void withAnotherContentType(String type) {
        for (String endpoint : new String[] {"login", "refresh", "logout", "register"}) {
            refused(front.post(endpoint, credentials(), Map.of("Content-Type", type)), 415, "unsupported_media_type");
        }
        assertStillSignedIn();
    }

    /** Keycloak's HTTP stack parses forms before a resource sees them, and fails at what is none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"",
                "multipart/mixed; boundary=x",
                "application/x-www-form-urlencoded; charset=nonsense",
                "nonsense",
                "/",
                ";",
                "*/*",
                "application/json, text/plain"
            })
    void withABodyThatKeycloakWouldRead(String type) {
        List<String> bodies = List.of(
                "",
                "junk",
                "%zz&=%",
                "--x",
                "--x\r\nContent-Disposition: form-data\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\na\r\n--x--\r\n");
        for (String endpoint :
                List.of("login", "refresh", "logout", "register", "forgot-password", "reset-password/x")) {
            for (String body : bodies) {
                Answer answer = front.post(endpoint, body, Map.of("Content-Type", type));
                refused(answer, 415, "unsupported_media_type");
                assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
                assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(Apps.ORIGIN);
                assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
            }
        }
        refused(
                front.post("logout", "junk", Map.of("Content-Type", type, "Origin", "https://evil.example.org")),
                403,
                "origin_not_allowed");
        assertThat(front.get("me", Map.of("Content-Type", type)).status()).isEqualTo(200);
        assertStillSignedIn();
    }

    @Test
    void withTwoContentTypes() {
        Answer answer = Http.send(Http.request(front.at("logout"))
                .header("Origin", Apps.ORIGIN)
                .header("Content-Type", "application/json")
                .header("Content-Type", "multipart/form-data")
                .POST(BodyPublishers.ofString("{}")));
        refused(answer, 415, "unsupported_media_type");
        assertStillSignedIn();
    }

    @Test
    void noAnswerIsKept() {
        List<Answer> answers = List.of(
                front.get("nothing"),
                front.get("login"),
                front.post("me"),
                front.get("me"),
                front.get("check"),
                front.get("check?role=admin"),
                front.get("verify/x"),
                front.get("start"),
                front.get("start?return_to=https://evil.example.org/"),
                front.get("callback?state=x"),
                front.post("login", "[", Map.of()),
                front.post("login", "{}", Map.of("Content-Type", "text/plain")),
                front.post("login", "{}", Map.of("Origin", "https://evil.example.org")),
                front.post("register", " ".repeat(70_000), Map.of()),
                named("nobody").get("me"),
                named(NATIVE).get("me"),
                preflight(Apps.ORIGIN));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.header("Cache-Control"))
                        .as("%d %s", answer.status(), answer.body())
                        .isEqualTo("no-store"));
        assertThat(answers).extracting(Answer::status).contains(200, 204, 303, 400, 401, 403, 404, 413, 415);
    }

    @Test
    void aPageOfAnotherOriginMayNotRead() {
        Answer answer = front.get("me", Map.of("Origin", "https://evil.example.org"));
        refused(answer, 403, "origin_not_allowed");
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        Answer own = front.get("me", Map.of("Origin", Apps.ORIGIN));
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.header("Access-Control-Allow-Origin")).isEqualTo(Apps.ORIGIN);
        assertThat(own.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    }

    @Test
    void preflightsLetInTheClientsOriginsOnly() {
        assertThat(preflight(Apps.ORIGIN).header("Access-Control-Allow-Origin")).isEqualTo(Apps.ORIGIN);
        assertThat(preflight(Apps.ORIGIN).header("Access-Control-Allow-Credentials"))
                .isEqualTo("true");
        assertThat(preflight(Apps.ORIGIN).header("Access-Control-Allow-Methods"))
                .contains("POST");
        assertThat(preflight(Apps.ORIGIN).header("Access-Control-Allow-Headers"))
                .contains("Content-Type");
        // A wildcard among the client's Web Origins, as Apps has one, lets nobody else in.
        for (String origin : List.of("https://evil.example.org", "null", "https://app.example.org:8443", "*")) {
            Answer answer = preflight(origin);
            assertThat(answer.header("Access-Control-Allow-Origin")).as(origin).isNull();
            assertThat(answer.header("Access-Control-Allow-Credentials"))
                    .as(origin)
                    .isNull();
        }
    }

    @Test
    void withTwoCookiesOfOneName() {
        String mine = front.browser().cookie("access_token");
        Answer answer = Http.send(Http.request(front.at("me"))
                .header("Cookie", "access_token=" + mine + "; access_token=" + mine)
                .GET());
        refused(answer, 400, "duplicate_cookie");
        Answer logout = Http.send(
                json(front.at("logout")).header("Cookie", "refresh_token=a; refresh_token=b; access_token=" + mine));
        refused(logout, 400, "duplicate_cookie");
        assertStillSignedIn();
    }

    @Test
    void withAStaleCookie() {
        String stale = front.browser().cookie("access_token");
        assertThat(front.post("logout").status()).isEqualTo(200);
        refused(cookie("me", stale), 401, "not_signed_in");
        refused(cookie("check", stale), 401, "not_signed_in");
    }

    @Test
    void withAStaleRefreshCookie() {
        String stale = front.browser().cookie("refresh_token");
        assertThat(front.post("logout").status()).isEqualTo(200);
        refused(withCookie("refresh", "refresh_token=" + stale), 401, "invalid_refresh_token");
        assertThat(withCookie("logout", "refresh_token=" + stale).status()).isEqualTo(200);
    }

    @Test
    void withTokensOfAnotherKind() {
        String access = front.browser().cookie("access_token");
        String refresh = front.browser().cookie("refresh_token");
        refused(cookie("me", refresh), 401, "not_signed_in");
        refused(cookie("check", refresh), 401, "not_signed_in");
        refused(withCookie("refresh", "refresh_token=" + access), 401, "invalid_refresh_token");
        String idToken =
                realm.direct().password(person.email(), person.password()).idToken();
        refused(cookie("me", idToken), 401, "not_signed_in");
        String unsigned = access.replaceFirst("^[^.]*", "eyJhbGciOiJub25lIn0").replaceFirst("[^.]*$", "");
        refused(cookie("me", unsigned), 401, "not_signed_in");
        assertStillSignedIn();
    }

    @Test
    void withATokenOfAnotherRealm() {
        Person stranger = Person.ada();
        other.admin().createProvedUser(stranger);
        Front there = Front.of(other);
        assertThat(there.login(stranger).status()).isEqualTo(200);
        String foreign = there.browser().cookie("access_token");
        refused(cookie("me", foreign), 401, "not_signed_in");
        refused(front.get("me", Map.of("Authorization", "Bearer " + foreign)), 401, "not_signed_in");
    }

    @Test
    void withATokenOfAnotherClient() {
        TokenAnswer direct = realm.direct().password(person.email(), person.password());
        refused(cookie("me", direct.accessToken()), 401, "not_signed_in");
        refused(cookie("check", direct.accessToken()), 401, "not_signed_in");
        Answer refresh = front.post("refresh", Json.object().put("refresh_token", direct.refreshToken()));
        refused(refresh, 401, "invalid_refresh_token");
        assertThat(front.post("logout", Json.object().put("refresh_token", direct.refreshToken()))
                        .status())
                .isEqualTo(200);
        assertThat(realm.direct().refresh(direct.refreshToken()).status()).isEqualTo(200);
        // Of a client that may use the API as well, but has another door.
        Front app = named(NATIVE);
        String token = app.login(person).json().path("refresh_token").asText();
        assertThat(token).isNotEmpty();
        refused(cookie("me", app.browser().cookie("access_token")), 401, "not_signed_in");
    }

    @Test
    void aNativeApplicationNeedsNoOrigin() {
        Answer login = Http.send(Http.request(named(NATIVE).at("login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(credentials())));
        assertThat(login.status()).as(login.body()).isEqualTo(200);
        String token = login.json().get("refresh_token").asText();
        Answer refreshed = Http.send(Http.request(named(NATIVE).at("refresh"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"refresh_token\": \"" + token + "\"}")));
        assertThat(refreshed.json().path("refresh_token").asText()).isNotEmpty();
    }

    @Test
    void clientsThatHaveNotAsked() {
        refused(named("test-app").login(person), 404, "session_api_off");
        refused(named("nobody").login(person), 404, "session_api_off");
        realm.admin().changeClient(NATIVE, client -> client.put("directAccessGrantsEnabled", false));
        try {
            refused(named(NATIVE).login(person), 403, "password_login_off");
        } finally {
            realm.admin().changeClient(NATIVE, client -> client.put("directAccessGrantsEnabled", true));
        }
    }

    private void assertStillSignedIn() {
        assertThat(front.get("me").status()).isEqualTo(200);
        assertThat(front.post("refresh").status()).isEqualTo(200);
    }

    private String credentials() {
        return Json.write(
                Json.object().put("name", "Ada").put("email", person.email()).put("password", person.password()));
    }

    private Answer withoutOriginHeader(String endpoint) {
        return front.browser()
                .fetch(
                        front.at(endpoint),
                        request -> request.setHeader("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(credentials())));
    }

    private Answer preflight(String origin) {
        return Http.send(Http.request(front.at("login"))
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    private Answer cookie(String endpoint, String accessToken) {
        return Http.send(Http.request(front.at(endpoint))
                .header("Cookie", "access_token=" + accessToken)
                .GET());
    }

    private Answer withCookie(String endpoint, String cookie) {
        return Http.send(json(front.at(endpoint)).header("Cookie", cookie));
    }

    private static HttpRequest.Builder json(String url) {
        return Http.request(url)
                .header("Origin", Apps.ORIGIN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
    }

    private static Front named(String clientId) {
        return new Front(realm.url() + "/keyward/auth/clients/" + clientId);
    }
}
