package io.keyward.it.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Page;
import io.keyward.it.harness.Accessibility;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.PageWatch;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Screenshots;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mails as the running server makes them, Keycloak's own among them: in one design, on a phone too, with nothing to load. */
@Tag("long")
class MailsIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped()
            .with(definition -> definition.withArray("/eventsListeners").add("email"));

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Person person = Person.ada();

    @Test
    void whatAnAdministratorAsksFor() {
        String id = realm.admin().createProvedUser(person);
        realm.admin()
                .send("PUT", "/users/" + id + "/execute-actions-email", Json.array("UPDATE_PASSWORD", "CONFIGURE_TOTP"))
                .ok();

        Mail mail = realm.mailbox().next(person.email());

        assertThat(mail.subject()).isEqualTo("Please complete your account");
        assertThat(mail.text()).contains("Hello Ada,", "- Update Password", "- Configure OTP", mail.link());
        look(mail, "65-mail-execute-actions");
        Page page = browsers.open();
        page.navigate(mail.link());
        Screenshots.take(page, "70-execute-actions");
        page.locator("#keyward-proceed").click();
        page.locator("#kc-passwd-update-form, #kc-totp-settings-form").first().waitFor();
    }

    @Test
    void whatHappenedToAnAccount() {
        realm.admin().createProvedUser(person);
        new Visitor(realm).signIn(person.email(), "wrong " + person.password());

        Mail mail = realm.mailbox().next(person.email());

        assertThat(mail.subject()).isEqualTo("Failed sign-in to your account");
        assertThat(mail.text()).contains("Time: ", "IP address: 127.0.0.1");
        look(mail, "66-mail-login-error");
    }

    @Test
    void theFirstMailOfAll() {
        new Visitor(realm, "fr").register(person);

        Mail mail = realm.mailbox().next(person.email());

        assertThat(mail.subject()).startsWith("Confirmez votre adresse e-mail");
        assertThat(mail.text()).contains("Bonjour Ada,", mail.code());
        look(mail, "67-mail-verify-email-fr");
    }

    @Test
    void whoAskedForANewPassword() {
        realm.admin().createProvedUser(person);
        new Visitor(realm, "es").forgot(person.email());

        Mail mail = realm.mailbox().next(person.email());

        assertThat(mail.subject()).startsWith("Elija una contraseña nueva");
        assertThat(mail.text()).contains("Hora: ", "Dirección IP: 127.0.0.1", person.email());
        look(mail, "68-mail-reset-password-es");
    }

    /** The page that the unit tests of the themes have written; without them there is none. */
    @Test
    void allOnOnePage() {
        Path page = Path.of("..", "themes", "target", "mail-previews", "index.html")
                .toAbsolutePath()
                .normalize();
        assumeThat(page).exists();
        Page previews = browsers.open();
        previews.navigate(page.toUri().toString());

        assertThat(previews.locator("article.en").count()).isGreaterThan(30);
        previews.locator("#de").check();
        assertThat(previews.locator("article.en").first().isVisible()).isFalse();
        assertThat(previews.locator("article.de").first().isVisible()).isTrue();
        previews.locator("#en").check();
        Screenshots.window(previews, "69-mail-previews");
    }

    private void look(Mail mail, String name) {
        Page page = browsers.open();
        PageWatch watch = PageWatch.on(page, realm.keyward().url());
        page.setContent(mail.html());
        Screenshots.take(page, name);
        Accessibility.checkWithin(page, ".kw-card");
        page.setViewportSize(320, 700);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 320"))
                .as(name + " fits a narrow phone")
                .isTrue();
        assertThat(watch.findings()).isEmpty();
    }
}
