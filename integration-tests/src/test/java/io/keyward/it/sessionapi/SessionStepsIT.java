package io.keyward.it.sessionapi;

import static io.keyward.it.sessionapi.SessionStoryIT.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Totp;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a password alone does not do: the answer says so, gives no token, and the person goes on in the browser. */
class SessionStepsIT {

    private static final String OTP_SECRET = "abcdefghijklmnopqrst";

    @RegisterExtension
    static final TestRealm realm = Apps.realm().withClient(Apps.spa());

    private final Person person = Person.ada();
    private final Front front = Front.of(realm);

    @Test
    void aSecondFactor() {
        String id = realm.admin().createProvedUser(person);
        realm.admin().changeUser(id, user -> Totp.addTo(user, OTP_SECRET));

        // Who does not know the password does not learn that there is a second factor.
        Answer wrong = front.login(person.withPassword("not the one I have"));
        refused(wrong, 401, "invalid_credentials");
        assertThat(wrong.json().has("continue_url")).isFalse();
        assertThat(front.login(Person.ada()).body()).isEqualTo(wrong.body());

        Answer answer = front.login(person);
        refused(answer, 401, "second_factor_required");
        withoutTokens(answer);

        HttpBrowser browser = goOn(answer);
        browser.submit(browser.page().one("#kc-form-login"), credentials());
        browser.submit(browser.page().one("#kc-otp-login-form"), Map.of("otp", Totp.now(OTP_SECRET)));
        assertSignedIn();
    }

    @Test
    void aRequiredAction() {
        String id = realm.admin().createProvedUser(person);
        realm.admin().changeUser(id, user -> user.putArray("requiredActions").add("UPDATE_PROFILE"));

        refused(front.login(person.withPassword("not the one I have")), 401, "invalid_credentials");
        Answer answer = front.login(person);
        refused(answer, 401, "action_required");
        withoutTokens(answer);

        HttpBrowser browser = goOn(answer);
        browser.submit(browser.page().one("#kc-form-login"), credentials());
        browser.submit(browser.page().one("form[method=post]"), Map.of("firstName", "Ada"));
        assertSignedIn();
    }

    @Test
    void aProofOfTheAddress() {
        realm.admin().createUser(person, false);
        Answer answer = front.login(person);
        refused(answer, 401, "email_not_verified");
        withoutTokens(answer);
        assertThat(answer.json().get("continue_url").asText()).isEqualTo(front.at("start"));
    }

    private HttpBrowser goOn(Answer answer) {
        String there = answer.json().get("continue_url").asText();
        assertThat(there).isEqualTo(front.at("start"));
        front.browser()
                .open(there + "?return_to=" + Http.encode(realm.appServer().url() + "/"));
        return front.browser();
    }

    private void assertSignedIn() {
        assertThat(front.browser().page().url())
                .as(front.browser().page().text())
                .isEqualTo(realm.appServer().url() + "/");
        assertThat(front.get("me").json().at("/user/email").asText()).isEqualTo(person.email());
    }

    private void withoutTokens(Answer answer) {
        assertThat(answer.body()).doesNotContain("eyJ");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("eyJ"));
        assertThat(front.browser().cookie("access_token")).isNull();
        assertThat(front.browser().cookie("refresh_token")).isNull();
        refused(front.get("me"), 401, "not_signed_in");
        refused(front.post("refresh", Json.object()), 401, "not_signed_in");
    }

    private Map<String, String> credentials() {
        return Map.of("username", person.email(), "password", person.password());
    }
}
