package io.keyward.it.sessionapi;

import static io.keyward.it.sessionapi.SessionStoryIT.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The authorization code flow for a browser whose application holds no token. */
class StartIT {

    @RegisterExtension
    static final TestRealm realm = Apps.realm().withClient(Apps.spa());

    private final Person person = Person.ada();
    private final Front front = Front.of(realm);
    private final HttpBrowser browser = front.browser();

    @BeforeEach
    void account() {
        realm.admin().createProvedUser(person);
    }

    @Test
    void signsInAndComesBackWithCookies() {
        String home = realm.appServer().url() + "/home?tab=1";
        browser.open(front.at("start?return_to=" + Http.encode(home)));
        browser.submit(browser.page().one("#kc-form-login"), credentials());
        assertThat(browser.page().url()).isEqualTo(home);
        assertThat(front.get("me").json().at("/user/email").asText()).isEqualTo(person.email());
        assertThat(front.get("check?max_age=60").status()).isEqualTo(200);
        assertThat(front.post("refresh").status()).isEqualTo(200);
        // A second application window signs in without a form.
        browser.open(front.at("start?return_to=" + Http.encode(home)));
        assertThat(browser.page().url()).isEqualTo(home);
        assertThat(front.post("logout").status()).isEqualTo(200);
        browser.open(front.at("start?return_to=" + Http.encode(home)));
        assertThat(browser.page().has("#kc-form-login"))
                .as("the session is over everywhere")
                .isTrue();
    }

    @Test
    void withoutReturnToItGoesToTheClientsAddress() {
        Answer start = front.get("start");
        assertThat(start.status()).isEqualTo(303);
        assertThat(start.header("Location"))
                .contains("code_challenge_method=S256", "nonce=", "state=", "response_type=code");
        assertThat(Front.setCookie(start, "access_token_start")).contains("HttpOnly", "SameSite=Lax");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.org/",
                "//evil.example.org/",
                "javascript:alert(1)",
                "http://127.0.0.1@evil.example.org/",
                "http://127.0.0.1\\@evil.example.org/",
                "http://localhost/%0d%0aSet-Cookie:a=b{",
                "http://localhost/{x}"
            })
    void returnsToTheClientsAddressesOnly(String returnTo) {
        refused(front.get("start?return_to=" + Http.encode(returnTo)), 400, "return_to_refused");
    }

    @Test
    void aSignInEndsInTheBrowserThatBeganIt() {
        Front victim = Front.of(realm);
        String callback = callback();
        // The attacker's own code in somebody else's browser.
        refused(Http.get(callback), 400, "sign_in_stale");
        assertThat(victim.get("start").status()).isEqualTo(303);
        refused(victim.browser().fetch(callback), 400, "sign_in_stale");
        refused(victim.get("me"), 401, "not_signed_in");
        // Nor did that use it up. It works once.
        assertThat(browser.fetch(callback).status()).isEqualTo(303);
        refused(browser.fetch(callback), 400, "sign_in_stale");
    }

    @Test
    void aForgedCodeGivesNoCookies() {
        String callback = callback().replaceFirst("code=[^&]+", "code=" + "x".repeat(40));
        Answer answer = browser.fetch(callback);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).startsWith("http://localhost/app").endsWith("error=access_denied");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    /** Signs in, and stops before the answer reaches the API. */
    private String callback() {
        Answer start = front.get("start");
        browser.open(start.header("Location"));
        Answer signedIn = Http.send(browser.request(browser.page().one("#kc-form-login"), credentials()));
        assertThat(signedIn.header("Location"))
                .as(signedIn.body())
                .contains("/keyward/auth/callback?")
                .contains("code=");
        return signedIn.header("Location");
    }

    private Map<String, String> credentials() {
        return Map.of("username", person.email(), "password", person.password());
    }
}
