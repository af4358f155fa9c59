package io.keyward.it.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.keyward.it.TokenRows;
import io.keyward.it.harness.Accessibility;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.OAuthClient.Authorization;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Screenshots;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.pages.AppPage;
import io.keyward.it.pages.ForgotPasswordPage;
import io.keyward.it.pages.LoginPage;
import io.keyward.it.pages.ResetPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person who forgot the password, from the sign-in page to a sign-in with the new one, in a real browser. */
class ResetJourneyIT {

    private static final String NEW_PASSWORD = "another battery staple";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Person person = Person.ada();
    private final Authorization authorization = realm.authorization();

    @BeforeEach
    void someone() {
        realm.admin().createProvedUser(person);
    }

    @Test
    void fromTheSignInPageToASignInWithTheNewPassword() {
        Page page = browsers.open();
        LoginPage.open(page, authorization);
        ForgotPasswordPage forgot = new ForgotPasswordPage(page).open();
        shoot(page, "40-forgot-password");
        forgot.ask(person.email());
        assertThat(forgot.answer()).contains(person.email(), "If there is an account");
        shoot(page, "41-forgot-password-sent");

        Mail mail = realm.mailbox().next(person.email());
        Page elsewhere = browsers.open();
        elsewhere.setContent(mail.html());
        Screenshots.take(elsewhere, "46-mail-reset-password");
        ResetPage reset = ResetPage.open(elsewhere, mail.link());
        assertThat(reset.text()).contains(person.email(), "at least 15 characters");
        shoot(elsewhere, "42-reset-password");
        reset.choose("short", "short");
        assertThat(reset.error("password-new")).isNotBlank();
        shoot(elsewhere, "43-reset-password-weak");
        reset.choose(NEW_PASSWORD, NEW_PASSWORD + "x");
        assertThat(reset.error("password-confirm")).isNotBlank();
        reset.choose(NEW_PASSWORD, NEW_PASSWORD);
        assertThat(reset.done()).contains("You are not signed in here yet");
        shoot(elsewhere, "44-reset-password-done");

        elsewhere.locator("#keyward-sign-in").click();
        elsewhere.locator("#username").waitFor();
        // The first tab goes on where it was.
        LoginPage login = forgot.backToSignIn();
        login.signIn(person.email(), person.password());
        assertThat(login.error()).isNotBlank();
        login.signIn(person.email(), NEW_PASSWORD);
        AppPage.signedIn(page, realm.appServer());
        assertThat(realm.tokens(authorization).accessToken()).isNotBlank();
    }

    @Test
    void aTypingErrorIsMendedOnTheAnswersPage() {
        Page page = browsers.open();
        LoginPage.open(page, authorization);
        ForgotPasswordPage forgot = new ForgotPasswordPage(page).open();
        forgot.ask("x" + person.email());
        assertThat(forgot.answer()).contains("x" + person.email());
        page.reload();
        assertThat(forgot.answer()).contains("x" + person.email());

        forgot.again();
        forgot.ask(person.email());

        assertThat(forgot.answer()).contains(person.email());
        assertThat(realm.mailbox().next(person.email()).link()).contains("/reset-password/");
    }

    @Test
    void aLinkThatWorksNoMoreLeadsToANewOne() {
        Page page = browsers.open();
        LoginPage.open(page, authorization);
        new ForgotPasswordPage(page).open().ask(person.email());
        Mail mail = realm.mailbox().next(person.email());
        TokenRows.expireLinks(realm, person);

        page.navigate(mail.link());
        assertThat(page.locator("h1").innerText()).contains("This link has expired");
        shoot(page, "45-reset-password-expired");
        page.locator("#keyward-ask-again").click();

        page.locator("#kc-reset-password-form").waitFor();
    }

    @Test
    void inGermanToo() {
        Page page = browsers.open("de-DE");
        LoginPage.open(page, authorization);
        ForgotPasswordPage forgot = new ForgotPasswordPage(page).open();
        forgot.ask(person.email());
        assertThat(forgot.answer()).contains("Wenn es mit diesem Namen");
        shoot(page, "47-forgot-password-sent-german");
        ResetPage reset =
                ResetPage.open(page, realm.mailbox().next(person.email()).link());
        assertThat(reset.text()).contains("mindestens 15 Zeichen");
        shoot(page, "48-reset-password-german");
        reset.choose(NEW_PASSWORD, NEW_PASSWORD);
        assertThat(reset.done()).contains("Von jetzt an gilt nur noch das neue Passwort");
        shoot(page, "49-reset-password-done-german");
    }

    private static void shoot(Page page, String name) {
        Screenshots.take(page, name);
        Accessibility.check(page);
        assertThat(Screenshots.fitsPhone(page)).as(name + " fits a phone").isTrue();
    }
}
