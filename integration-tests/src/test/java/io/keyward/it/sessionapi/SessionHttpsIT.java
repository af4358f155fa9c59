package io.keyward.it.sessionapi;

import static io.keyward.it.sessionapi.SessionStoryIT.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cookies where people come by HTTPS, and realms that ask for it. */
class SessionHttpsIT {

    /** Its address is one of HTTPS, as behind a proxy that ends TLS. */
    @RegisterExtension
    static final TestRealm realm = Apps.realm()
            .with(definition -> definition.withObject("/attributes").put("frontendUrl", "https://id.example.org"))
            .withClient(Apps.spa())
            .withClient(Apps.set(Apps.nativeApp("offline"), Map.of("scope", "openid offline_access")))
            .withClient(Apps.set(Apps.client("offline-page"), Map.of("scope", "openid offline_access")));

    @RegisterExtension
    static final TestRealm plain = Apps.realm().withClient(Apps.spa());

    @RegisterExtension
    static final TestRealm strict = Apps.realm()
            .with(definition -> definition.put("sslRequired", "all"))
            .withClient(Apps.spa());

    private final Person person = Person.ada();

    @Test
    void cookiesThatNobodyElseCanPlant() {
        realm.admin().createProvedUser(person);
        Front front = at(Apps.SPA);
        Answer login = front.login(person);
        assertThat(login.status()).as(login.body()).isEqualTo(200);
        assertThat(Front.setCookie(login, "__Host-access_token"))
                .contains("; Path=/;", "; Secure;", "; HttpOnly;", "; SameSite=Strict")
                .doesNotContain("Domain");
        List<String> refresh = cookies(login, "__Secure-refresh_token");
        String api = "/realms/" + realm.name() + "/keyward/auth/clients/" + Apps.SPA;
        assertThat(refresh)
                .hasSize(2)
                .allMatch(cookie -> cookie.contains("; Secure; HttpOnly; SameSite=Strict"))
                .anyMatch(cookie -> cookie.contains("; Path=" + api + "/refresh;"))
                .anyMatch(cookie -> cookie.contains("; Path=" + api + "/logout;"));
        assertThat(login.headers().allValues("Set-Cookie").stream()
                        .filter(cookie -> cookie.contains("access_token") || cookie.contains("refresh_token")))
                .allMatch(cookie -> cookie.startsWith("__"));

        assertThat(front.get("me").status()).isEqualTo(200);
        assertThat(front.post("refresh").status()).isEqualTo(200);
        assertThat(Front.setCookie(front.get("start"), "__Host-access_token_start"))
                .contains("; Path=/;", "; Secure;", "; HttpOnly;", "; SameSite=Lax");

        // A name without prefix may come from anybody.
        String token = front.browser().cookie("__Host-access_token");
        refused(me(Apps.SPA, "access_token=" + token), 401, "not_signed_in");
        assertThat(me(Apps.SPA, "__Host-access_token=" + token).status()).isEqualTo(200);

        Answer logout = front.post("logout");
        assertThat(Front.setCookie(logout, "__Host-access_token")).contains("; Max-Age=0;", "; Path=/;", "; Secure;");
        assertThat(cookies(logout, "__Secure-refresh_token"))
                .hasSize(2)
                .allMatch(cookie -> cookie.contains("Max-Age=0"));
        refused(front.get("me"), 401, "not_signed_in");
    }

    @Test
    void whoeverSaysItWasHttpsIsNotBelieved() {
        plain.admin().createProvedUser(person);
        Front front = Front.of(plain);
        front.browser().with("X-Forwarded-Proto", "https").with("Forwarded", "proto=https");
        Answer login = front.login(person);
        assertThat(Front.setCookie(login, "access_token")).doesNotContain("Secure");
        assertThat(front.get("me").status()).isEqualTo(200);
    }

    @Test
    void aRealmThatAsksForHttpsAnswersNothingElse() {
        Front front = Front.of(strict);
        refused(front.login(person), 403, "https_required");
        refused(front.get("me"), 403, "https_required");
        refused(front.get("start"), 403, "https_required");
    }

    /** A token of an offline session outlives the session of the browser, but not the sign-out. */
    @Test
    void offlineSessions() {
        realm.admin().createProvedUser(person);
        Front app = at("offline");
        Answer login = app.login(person);
        assertThat(login.status()).as(login.body()).isEqualTo(200);
        String token = login.json().get("refresh_token").asText();
        Answer refreshed = app.post("refresh", "{\"refresh_token\": \"" + token + "\"}", Map.of());
        assertThat(refreshed.status()).as(refreshed.body()).isEqualTo(200);
        assertThat(app.get("me").status()).isEqualTo(200);
        String next = refreshed.json().get("refresh_token").asText();
        assertThat(app.post("logout", "{\"refresh_token\": \"" + next + "\"}", Map.of())
                        .status())
                .isEqualTo(200);
        refused(app.post("refresh", "{\"refresh_token\": \"" + next + "\"}", Map.of()), 401, "invalid_refresh_token");
    }

    @Test
    void theCookieOfAnOfflineSession() {
        realm.admin().createProvedUser(person);
        Front page = at("offline-page");
        Answer login = page.login(person);
        assertThat(login.status()).as(login.body()).isEqualTo(200);
        assertThat(login.json().has("refresh_token")).isFalse();
        assertThat(page.post("refresh").status()).isEqualTo(200);
        assertThat(page.get("me").status()).isEqualTo(200);
        String token = page.browser().cookie("__Host-access_token");
        assertThat(page.post("logout").status()).isEqualTo(200);
        refused(me("offline-page", "__Host-access_token=" + token), 401, "not_signed_in");
    }

    private static List<String> cookies(Answer answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .toList();
    }

    private static Answer me(String client, String cookie) {
        return Http.send(
                Http.request(at(client).at("me")).header("Cookie", cookie).GET());
    }

    private static Front at(String client) {
        return new Front(realm.url() + "/keyward/auth/clients/" + client);
    }
}
