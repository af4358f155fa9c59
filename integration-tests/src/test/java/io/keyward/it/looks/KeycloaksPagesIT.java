package io.keyward.it.looks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.keyward.it.harness.Accessibility;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.PageWatch;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Screenshots;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Totp;
import io.keyward.it.pages.AppPage;
import io.keyward.it.pages.LoginPage;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages of Keycloak's that wear the theme and are otherwise as they are there: in its colours, on a phone, for everybody. */
@Tag("long")
class KeycloaksPagesIT {

    private static final String SECRET = "keyward-totp-secret-";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Person person = Person.ada();

    @Test
    void signingOut() {
        realm.admin().createProvedUser(person);
        Page page = browsers.open();
        PageWatch watch = PageWatch.on(page, realm.keyward().url());
        LoginPage.open(page, realm.authorization()).signIn(person.email(), person.password());
        AppPage.signedIn(page, realm.appServer());
        int elsewhere = watch.findings().size();
        page.navigate(realm.app().endpoint("logout"));
        page.locator("#kc-logout").waitFor();
        look(page, "90-sign-out");
        page.locator("#kc-logout").click();
        page.getByText("You are logged out").waitFor();
        look(page, "91-signed-out");

        assertThat(watch.findings()).hasSize(elsewhere);
    }

    @Test
    void anAuthenticatorApp() {
        String id = realm.admin().createProvedUser(person);
        realm.admin().changeUser(id, user -> user.putArray("requiredActions").add("CONFIGURE_TOTP"));
        Page page = browsers.open();
        LoginPage.open(page, realm.authorization()).signIn(person.email(), person.password());
        page.locator("#kc-totp-settings-form").waitFor();

        look(page, "92-authenticator-app", "#totp", "#userLabel");
    }

    @Test
    void aCodeOfTheAuthenticatorApp() {
        String id = realm.admin().createProvedUser(person);
        realm.admin().changeUser(id, user -> Totp.addTo(user, SECRET));
        Page page = browsers.open();
        LoginPage.open(page, realm.authorization()).signIn(person.email(), person.password());
        page.locator("#otp").waitFor();
        look(page, "93-one-time-code", "#kc-attempted-username");
        page.locator("#otp").fill(Totp.now(SECRET));
        page.locator("#kc-login").click();

        AppPage.signedIn(page, realm.appServer());
    }

    @Test
    void recoveryCodesAndTheProfile() {
        String id = realm.admin().createProvedUser(person);
        realm.admin()
                .changeUser(
                        id,
                        user -> user.putArray("requiredActions")
                                .add("CONFIGURE_RECOVERY_AUTHN_CODES")
                                .add("UPDATE_PROFILE"));
        Page page = browsers.open();
        LoginPage.open(page, realm.authorization()).signIn(person.email(), person.password());
        page.locator("#kc-update-profile-form").waitFor();
        look(page, "94-profile");
        page.locator("#kc-update-profile-form [type=submit]").first().click();
        page.locator("#kc-recovery-codes-list").waitFor();

        look(page, "95-recovery-codes", "h4");
    }

    @Test
    void whatAnApplicationMayDo() {
        realm.admin().createProvedUser(person);
        realm.admin().changeClient("test-app", client -> client.put("consentRequired", true));
        try {
            Page page = browsers.open();
            LoginPage.open(page, realm.authorization()).signIn(person.email(), person.password());
            page.locator("#kc-oauth").waitFor();
            look(page, "96-consent", "h3");
            page.locator("[name=accept]").click();
            AppPage.signedIn(page, realm.appServer());
        } finally {
            realm.admin().changeClient("test-app", client -> client.put("consentRequired", false));
        }
    }

    @Test
    void aTelevisionsCode() {
        Page page = browsers.open();
        page.navigate(realm.url() + "/device");
        page.locator("#device_user_code").waitFor();

        look(page, "97-device-code");
    }

    @Test
    void anErrorOfAnApplication() {
        Page page = browsers.open();
        page.navigate(realm.authorization().url().replace("client_id=test-app", "client_id=nobody"));
        page.locator("#kc-error-message").waitFor();
        assertThat(page.locator("#kc-error-message").innerText()).contains("start again from the application");

        look(page, "98-error");
    }

    /** @param faulty what axe finds fault with in Keycloak's own templates (26.7): fields without labels, the order of headings */
    private static void look(Page page, String name, String... faulty) {
        Screenshots.take(page, name, looked -> Accessibility.checkWithout(looked, List.of(faulty)));
        assertThat(Screenshots.fitsPhone(page)).as(name + " fits a phone").isTrue();
    }
}
