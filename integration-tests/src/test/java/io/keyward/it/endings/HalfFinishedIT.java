package io.keyward.it.endings;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Screenshots;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Totp;
import io.keyward.it.harness.Visitor;
import io.keyward.it.pages.LoginPage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-ins that had the password right and stood at something else when everything was ended (keycloak/keycloak#49007). */
class HalfFinishedIT {

    private static final String OTP_SECRET = "DJmQfC73VGFhw7D4QJ8A";

    @RegisterExtension
    static final TestRealm realm = Footholds.realm();

    @RegisterExtension
    static final TestRealm notifying = TestRealm.shipped();

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Person person = Person.ada();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSignInAtTheSecondFactor(boolean changed) {
        String id = realm.admin().createProvedUser(person);
        realm.admin().changeUser(id, user -> Totp.addTo(user, OTP_SECRET));
        Visitor visitor = new Visitor(realm);
        visitor.signIn(person.email(), person.password());
        assertThat(visitor.page().has("#kc-otp-login-form"))
                .as(visitor.page().text())
                .isTrue();
        if (changed) {
            realm.admin().setPassword(id, Way.NEW_PASSWORD);
        }

        visitor.browser().submit(visitor.page().one("#kc-otp-login-form"), Map.of("otp", Totp.now(OTP_SECRET)));

        assertThat(visitor.signedIn()).as(visitor.page().text()).isNotEqualTo(changed);
        assertThat(visitor.page().has("#keyward-sign-in-over")).isEqualTo(changed);
        assertThat(realm.admin().sessions(id)).hasSize(changed ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSignInAtTheWaitingPage(boolean changed) {
        String id = realm.admin().createUser(person, false);
        Visitor visitor = new Visitor(realm);
        visitor.signIn(person.email(), person.password());
        assertThat(visitor.waits()).as(visitor.page().text()).isTrue();
        Mail mail = realm.mailbox().next(person.email());
        if (changed) {
            realm.admin().setPassword(id, Way.NEW_PASSWORD);
        }

        visitor.enterCode(mail.code());

        assertThat(visitor.signedIn()).as(visitor.page().text()).isNotEqualTo(changed);
        assertThat(realm.admin().sessions(id)).hasSize(changed ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE"})
    void thePageThatSaysSo(String locale) {
        String id = realm.admin().createProvedUser(person);
        realm.admin().changeUser(id, user -> user.putArray("requiredActions").add("UPDATE_PROFILE"));
        Page page = browsers.open(locale);
        LoginPage.open(page, realm.authorization()).signIn(person.email(), person.password());
        page.locator("#kc-update-profile-form").waitFor();
        realm.admin().setPassword(id, Way.NEW_PASSWORD);

        page.reload();

        page.locator("#keyward-sign-in-over").waitFor();
        Screenshots.take(page, "70-sign-in-over-" + locale.substring(0, 2));
        assertThat(Screenshots.fitsPhone(page)).as("fits a phone").isTrue();
        page.locator("#keyward-sign-in-again").click();
        page.locator("#kc-form-login").waitFor();
    }

    @Test
    void aThiefAtARequiredActionWhenTheOwnerSaysThisWasntMe() {
        String id = notifying.admin().createProvedUser(person);
        new Visitor(notifying).signIn(person.email(), person.password());
        new Visitor(notifying).signIn(person.email(), person.password());
        Mail mail = notifying.mailbox().next(person.email());
        Visitor parked = Footholds.parked(notifying, person, id, "UPDATE_PROFILE");

        Http.post(mail.link(), Map.of()).ok();
        parked.browser().submit(parked.page().one("form[method=post]"), Map.of("firstName", "Mallory"));

        assertThat(parked.signedIn()).isFalse();
        assertThat(parked.page().has("#keyward-sign-in-over"))
                .as(parked.page().text())
                .isTrue();
        assertThat(notifying.admin().sessions(id)).isEmpty();
        assertThat(notifying.admin().user(person.email()).get("firstName").asText())
                .isEqualTo(person.firstName());
    }
}
