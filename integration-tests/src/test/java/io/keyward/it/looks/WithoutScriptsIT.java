package io.keyward.it.looks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Screenshots;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.pages.AppPage;
import io.keyward.it.pages.ForgotPasswordPage;
import io.keyward.it.pages.LoginPage;
import io.keyward.it.pages.NewPassword;
import io.keyward.it.pages.RegisterPage;
import io.keyward.it.pages.ResetPage;
import io.keyward.it.pages.WaitingPage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A real browser that runs no scripts: whatever would need one is not shown, and all the rest works. */
@Tag("long")
class WithoutScriptsIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Person person = Person.ada();

    @Test
    void signUp() {
        Page page = browsers.openWithoutScripts();
        RegisterPage registration = LoginPage.open(page, realm.authorization()).register();
        page.locator("#kc-register-form").waitFor();
        assertThat(new NewPassword(page, "password").rules()).hasSize(3);
        assertThat(page.locator(".kw-meter").isVisible()).isFalse();
        page.setViewportSize(360, 740);
        Screenshots.window(page, "71-register-without-scripts");
        WaitingPage waiting = registration.register(person).shown();
        // Nobody counts down here; a click that comes too early is answered by the server.
        assertThat(waiting.resendButton().innerText()).isEqualTo("Send the message again");
        Screenshots.window(page, "72-waiting-without-scripts");
        page.locator("#keyward-resend").click();
        waiting.shown();
        assertThat(waiting.text()).contains("seconds");

        waiting.enterCode(realm.mailbox().next(person.email()).code());

        AppPage.signedIn(page, realm.appServer());
    }

    @Test
    void aForgottenPassword() {
        realm.admin().createProvedUser(person);
        Page page = browsers.openWithoutScripts();
        LoginPage.open(page, realm.authorization());
        ForgotPasswordPage forgot = new ForgotPasswordPage(page).open();
        forgot.ask(person.email());
        assertThat(forgot.answer()).contains(person.email());

        ResetPage reset =
                ResetPage.open(page, realm.mailbox().next(person.email()).link());
        assertThat(page.locator(".kw-meter").isVisible()).isFalse();
        reset.choose("another battery staple", "another battery staple");

        assertThat(reset.done()).contains("You are not signed in here yet");
    }
}
