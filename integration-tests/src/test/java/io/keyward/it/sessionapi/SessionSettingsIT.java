package io.keyward.it.sessionapi;

import static io.keyward.it.sessionapi.SessionStoryIT.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a client can set. */
class SessionSettingsIT {

    @RegisterExtension
    static final TestRealm realm = Apps.realm()
            .withClient(Apps.set(Apps.client("proxied"), Map.of("public-url", "https://app.example.org/auth")))
            .withClient(Apps.set(
                    Apps.client("shared"),
                    Map.of(
                            "public-url",
                            "https://app.example.org/auth",
                            "cookie-domain",
                            "example.org",
                            "same-site",
                            "none",
                            "access-cookie",
                            "shop")))
            .withClient(Apps.set(Apps.client("limited"), Map.of("address-limit", "5", "account-limit", "3")))
            .withClient(Apps.set(Apps.client("partly"), Map.of("logout", "client")));

    private final Person person = Person.ada();

    @BeforeEach
    void account() {
        realm.admin().createProvedUser(person);
    }

    @Test
    void cookiesBelongToTheHostOfTheProxy() {
        Answer login = at("proxied").login(person);
        assertThat(Front.setCookie(login, "__Host-access_token"))
                .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Domain");
        List<String> refresh = login.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("__Secure-refresh_token="))
                .toList();
        assertThat(refresh).hasSize(2).allMatch(cookie -> cookie.contains("; Secure; HttpOnly; SameSite=Strict"));
        assertThat(refresh).anyMatch(cookie -> cookie.contains("; Path=/auth/refresh;"));
        assertThat(refresh).anyMatch(cookie -> cookie.contains("; Path=/auth/logout;"));
        // Without the prefix somebody else may have planted it.
        String token = Front.setCookie(login, "__Host-access_token").replaceFirst("^[^=]*=([^;]*);.*", "$1");
        assertThat(me("proxied", "__Host-access_token=" + token).status()).isEqualTo(200);
        refused(me("proxied", "access_token=" + token), 401, "not_signed_in");
    }

    @Test
    void cookiesOfADomain() {
        Answer login = at("shared").login(person);
        assertThat(Front.setCookie(login, "__Secure-shop")).contains("; Domain=example.org;", "; SameSite=None");
    }

    @Test
    void limitsTellWhenToTryAgain() {
        Front front = at("limited");
        Person wrong = person.withPassword("not the one I have");
        for (int i = 0; i < 3; i++) {
            refused(front.login(wrong), 401, "invalid_credentials");
        }
        // The right password does not help either, but another account is not touched.
        Answer limited = front.login(person);
        refused(limited, 429, "rate_limited");
        assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 60);
        Person other = Person.ada();
        realm.admin().createProvedUser(other);
        assertThat(front.login(other).status()).isEqualTo(200);
        refused(front.login(other), 429, "rate_limited");
        // Other calls count for themselves.
        assertThat(front.post("forgot-password", Json.object().put("email", other.email()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void signingOutOfOneApplicationLeavesTheSession() {
        Front front = at("partly");
        assertThat(front.login(person).status()).isEqualTo(200);
        assertThat(front.post("logout").status()).isEqualTo(200);
        refused(front.get("me"), 401, "not_signed_in");
        refused(front.post("refresh"), 401, "not_signed_in");
    }

    private static Answer me(String client, String cookie) {
        return Http.send(
                Http.request(at(client).at("me")).header("Cookie", cookie).GET());
    }

    private static Front at(String client) {
        return new Front(realm.url() + "/keyward/auth/clients/" + client);
    }
}
