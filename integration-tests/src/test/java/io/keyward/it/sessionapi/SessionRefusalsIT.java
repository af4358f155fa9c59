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
    static final TestRealm realm = TestRealm.shipped().withClient(Apps.spa()).withClient(Apps.nativeApp(NATIVE));

    @RegisterExtension
    static final TestRealm other = TestRealm.shipped().withClient(Apps.spa());

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

    /** Keycloak's HTTP stack reads it as well, and says 400 in its own words. */
    @Test
    void withAContentTypeThatIsNone() {
        for (String endpoint : new String[] {"login", "refresh", "logout", "register"}) {
            Answer answer = front.post(endpoint, credentials(), Map.of("Content-Type", "nonsense"));
            assertThat(answer.status()).as(answer.body()).isIn(400, 415);
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
        assertStillSignedIn();
    }

    @Test
    void fromAForm() {
        String multipart = "--x\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\na\r\n--x--\r\n";
        Answer answer = front.post("login", multipart, Map.of("Content-Type", "multipart/form-data; boundary=x"));
        refused(answer, 415, "unsupported_media_type");
        assertStillSignedIn();
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
        assertThat(preflight("https://evil.example.org").header("Access-Control-Allow-Origin"))
                .isNull();
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
