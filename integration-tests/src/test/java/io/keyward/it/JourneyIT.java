package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.keyward.it.harness.Accessibility;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.OAuthClient.Authorization;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Screenshots;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.it.harness.Visitor;
import io.keyward.it.pages.AppPage;
import io.keyward.it.pages.ChangeAddressPage;
import io.keyward.it.pages.ConfirmLinkPage;
import io.keyward.it.pages.LinkDonePage;
import io.keyward.it.pages.LinkInvalidPage;
import io.keyward.it.pages.LoginPage;
import io.keyward.it.pages.RegisterPage;
import io.keyward.it.pages.WaitingPage;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The way of a person from the registration form to a token, and out again. */
class JourneyIT {

    @RegisterExtension
    static final TestRealm realm =
            TestRealm.shipped().withRequiredAction("keyward-verify-email", "resend-cooldown", "5");

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Person person = Person.ada();
    private final Authorization authorization = realm.authorization();

    @Test
    void codePath() {
        Page page = browsers.open();
        RegisterPage registration = LoginPage.open(page, authorization).register();
        page.locator("#kc-register-form").waitFor();
        look(page, "01-register");
        WaitingPage waiting = registration.register(person).shown();
        assertThat(waiting.address()).isEqualTo(person.email());
        assertThat(realm.appServer().hasRedirect(authorization)).isFalse();
        look(page, "02-waiting");
        assertThat(Screenshots.fitsPhone(page)).as("fits a phone").isTrue();

        Mail mail = realm.mailbox().next(person.email());
        assertThat(mail.subject()).startsWith("Confirm your email address");
        waiting.enterCode("0000 0000");
        assertThat(waiting.codeError()).contains("not right");
        look(page, "03-waiting-wrong-code");
        waiting.enterCode(mail.code());

        AppPage.signedIn(page, realm.appServer());
        assertVerifiedUser(realm.tokens(authorization));
        assertThat(proofMethods()).containsExactly("code");
    }

    @Test
    void linkPathInTheSameBrowser() {
        Page page = browsers.open();
        RegisterPage.open(page, authorization).register(person).shown();

        Page tab = page.context().newPage();
        ConfirmLinkPage confirm =
                ConfirmLinkPage.open(tab, realm.mailbox().next(person.email()).link());
        assertThat(confirm.text()).contains(person.email());
        assertThat(confirm.asksForPassword()).isFalse();
        look(tab, "04-confirm-link-same-browser");
        confirm.confirm().shown();
        look(tab, "05-link-done-same-browser");

        // Nobody touches the waiting tab.
        AppPage.signedIn(page, realm.appServer());
        assertVerifiedUser(realm.tokens(authorization));
        assertThat(proofMethods()).containsExactly("link");
    }

    @Test
    void linkInAnotherBrowserAsksForANewPasswordAndSignsNobodyIn() {
        Page waitingTab = browsers.open();
        RegisterPage.open(waitingTab, authorization).register(person).shown();

        Page elsewhere = browsers.open();
        ConfirmLinkPage confirm = ConfirmLinkPage.open(
                elsewhere, realm.mailbox().next(person.email()).link());
        assertThat(confirm.asksForPassword()).isTrue();
        look(elsewhere, "06-confirm-link-elsewhere");
        assertThat(Screenshots.fitsPhone(elsewhere)).as("fits a phone").isTrue();
        Person renewed = person.withPassword("Another-Battery-" + person.password());
        LinkDonePage done = confirm.confirm(renewed.password()).shown();
        assertThat(done.text()).contains(person.email()).contains("not signed in here");
        look(elsewhere, "07-link-done-elsewhere");

        // The waiting tab goes on by itself, to no token.
        LinkDonePage told = new LinkDonePage(waitingTab).shown();
        assertThat(told.text()).contains("another browser");
        assertThat(told.offersSignIn()).isTrue();
        look(waitingTab, "08-waiting-tab-confirmed-elsewhere");
        assertThat(realm.appServer().hasRedirect(authorization)).isFalse();

        Authorization again = realm.authorization();
        LoginPage login = LoginPage.open(elsewhere, again);
        login.signIn(person.email(), person.password());
        assertThat(login.error()).isNotBlank();
        login.signIn(renewed.email(), renewed.password());
        AppPage.signedIn(elsewhere, realm.appServer());
        assertVerifiedUser(realm.tokens(again));
    }

    @Test
    void theOfferToSignInAfterConfirmingElsewhereLeadsToASignIn() {
        Page waitingTab = browsers.open();
        RegisterPage.open(waitingTab, authorization).register(person).shown();
        Page elsewhere = browsers.open();
        LinkDonePage done = ConfirmLinkPage.open(
                        elsewhere, realm.mailbox().next(person.email()).link())
                .confirm("Another-Battery-Staple-9")
                .shown();
        done.signIn();
        elsewhere.locator("#username").waitFor();

        new LinkDonePage(waitingTab).shown().signIn();
        waitingTab.locator("#username").waitFor();
    }

    @Test
    void signOut() {
        Page page = browsers.open();
        WaitingPage waiting =
                RegisterPage.open(page, authorization).register(person).shown();
        waiting.enterCode(realm.mailbox().next(person.email()).code());
        AppPage.signedIn(page, realm.appServer());
        TokenAnswer tokens = realm.tokens(authorization);

        page.navigate(realm.app().logoutUrl(tokens.idToken(), realm.appServer().signedOutUrl()));
        page.waitForURL(realm.appServer().signedOutUrl());

        assertThat(realm.app().refresh(tokens.refreshToken()).error()).isEqualTo("invalid_grant");
        LoginPage.open(page, realm.authorization());
        page.locator("#password").waitFor();
    }

    @Test
    void wrongAddressCanBeCorrected() {
        Person mistyped = Person.named("adda", "Lovelace");
        Page page = browsers.open();
        WaitingPage waiting =
                RegisterPage.open(page, authorization).register(mistyped).shown();
        String staleCode = realm.mailbox().next(mistyped.email()).code();

        ChangeAddressPage change = waiting.wrongAddress().shown();
        assertThat(change.address()).isEqualTo(mistyped.email());
        look(page, "09-change-address");
        change.change("not an address");
        assertThat(change.error()).isNotBlank();
        waiting = change.change(person.email()).shown();
        assertThat(waiting.address()).isEqualTo(person.email());

        waiting.enterCode(staleCode);
        assertThat(waiting.codeError()).isNotBlank();
        waiting.enterCode(realm.mailbox().next(person.email()).code());
        AppPage.signedIn(page, realm.appServer());
        assertThat(realm.tokens(authorization).claims().get("email").asText()).isEqualTo(person.email());
        assertThat(realm.admin().findUser(mistyped.email())).isEmpty();
    }

    @Test
    void reloadingTheWaitingPageKeepsItAndSendsNoSecondMail() {
        Page page = browsers.open();
        WaitingPage waiting =
                RegisterPage.open(page, authorization).register(person).shown();
        Mail mail = realm.mailbox().next(person.email());
        page.reload();
        assertThat(waiting.shown().address()).isEqualTo(person.email());
        assertThat(realm.mailbox().count(person.email())).isEqualTo(1);
        waiting.enterCode(mail.code());
        AppPage.signedIn(page, realm.appServer());
    }

    @Test
    void keepingTheAddressLeadsBackToTheWaitingPage() {
        Page page = browsers.open();
        WaitingPage waiting =
                RegisterPage.open(page, authorization).register(person).shown();
        waiting = waiting.wrongAddress().shown().cancel().shown();
        assertThat(waiting.address()).isEqualTo(person.email());
        waiting.enterCode(realm.mailbox().next(person.email()).code());
        AppPage.signedIn(page, realm.appServer());
    }

    @Test
    void resendCountsDownAndTheNewestMailCounts() {
        Page page = browsers.open();
        WaitingPage waiting =
                RegisterPage.open(page, authorization).register(person).shown();
        Mail first = realm.mailbox().next(person.email());

        PlaywrightAssertions.assertThat(waiting.resendButton()).hasAttribute("aria-disabled", "true");
        PlaywrightAssertions.assertThat(waiting.resendButton()).hasText(Pattern.compile("Send again in [1-5] s"));
        waiting.resend();
        Mail second = realm.mailbox().next(person.email());
        PlaywrightAssertions.assertThat(waiting.resendButton())
                .hasAttribute("aria-disabled", "true", new LocatorAssertions.HasAttributeOptions().setTimeout(15_000));

        Page tab = page.context().newPage();
        tab.navigate(first.link());
        LinkInvalidPage invalid = new LinkInvalidPage(tab);
        assertThat(invalid.offersNewMail()).isTrue();
        assertThat(invalid.text()).contains("newer message");
        look(tab, "10-link-superseded");

        waiting.enterCode(second.code());
        AppPage.signedIn(page, realm.appServer());

        tab.navigate(second.link());
        assertThat(invalid.text()).contains("has been used");
        look(tab, "11-link-used");
        tab.navigate(second.link().replace(second.token(), "nonsense"));
        assertThat(invalid.text()).contains("does not work");
        look(tab, "12-link-unknown");
    }

    @Test
    void anExpiredLinkOffersANewMail() {
        Page page = browsers.open();
        RegisterPage.open(page, authorization).register(person).shown();
        Mail mail = realm.mailbox().next(person.email());
        TokenRows.expireLinks(realm, person);

        Page elsewhere = browsers.open();
        elsewhere.navigate(mail.link());
        LinkInvalidPage invalid = new LinkInvalidPage(elsewhere);
        assertThat(invalid.offersNewMail()).isTrue();
        assertThat(invalid.text()).contains("expired");
        look(elsewhere, "13-link-expired");
        await().until(() -> secondsSince(mail) >= 6);
        invalid.askForNewMail();
        look(elsewhere, "14-link-new-mail-sent");

        ConfirmLinkPage confirm = ConfirmLinkPage.open(
                elsewhere, realm.mailbox().next(person.email()).link());
        assertThat(confirm.canConfirm()).isTrue();
    }

    @Test
    void germanTexts() {
        Page page = browsers.open("de-DE");
        WaitingPage waiting =
                RegisterPage.open(page, authorization).register(person).shown();
        assertThat(page.locator("h1").innerText()).contains("Sehen Sie in Ihr Postfach");
        look(page, "15-waiting-german");
        Mail mail = realm.mailbox().next(person.email());
        assertThat(mail.subject()).startsWith("Bestätigen Sie Ihre E-Mail-Adresse");
        waiting.enterCode("1111 1111");
        assertThat(waiting.codeError()).isNotBlank().doesNotContain("code is not right");

        Page tab = page.context().newPage();
        ConfirmLinkPage confirm = ConfirmLinkPage.open(tab, mail.link());
        assertThat(confirm.text()).contains("Ist das Ihre Adresse?");
        look(tab, "16-confirm-link-german");
        confirm.confirm().shown();
        assertThat(tab.locator("h1").innerText()).contains("Adresse bestätigt");
        AppPage.signedIn(page, realm.appServer());
    }

    @Test
    void aPersonWithOneName() {
        Person one = Person.named("Suharto", null);
        Page page = browsers.open();
        WaitingPage waiting =
                RegisterPage.open(page, authorization).register(one).shown();
        waiting.enterCode(realm.mailbox().next(one.email()).code());
        AppPage.signedIn(page, realm.appServer());
        TokenAnswer tokens = realm.tokens(authorization);
        assertThat(tokens.claims().get("name").asText()).isEqualTo("Suharto");
        assertThat(tokens.realmRoles()).contains("user");
    }

    @Test
    void withoutJavaScriptByCode() {
        Visitor visitor = new Visitor(realm);
        visitor.register(person);
        assertThat(visitor.waits()).as(visitor.page().text()).isTrue();
        visitor.goOn();
        assertThat(visitor.waits()).as("still waiting").isTrue();
        visitor.enterCode(realm.mailbox().next(person.email()).code());
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
        assertVerifiedUser(visitor.tokens());
    }

    @Test
    void withoutJavaScriptByLink() {
        Visitor visitor = new Visitor(realm);
        visitor.register(person);
        assertThat(visitor.state()).isEqualTo("waiting");

        Visitor tab = visitor.newTab();
        tab.openLink(realm.mailbox().next(person.email()).link());
        assertThat(tab.page().has("#password-new")).isFalse();
        tab.confirm();
        assertThat(tab.page().text()).contains("Address confirmed").contains(person.email());

        assertThat(visitor.state()).isEqualTo("proved");
        visitor.goOn();
        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
        assertVerifiedUser(visitor.tokens());
    }

    @Test
    void comingBackLaterToAnUnprovedAccountAsksForTheProofAgain() {
        new Visitor(realm).register(person);
        realm.mailbox().next(person.email());

        Page page = browsers.open();
        LoginPage.open(page, authorization).signIn(person.email(), person.password());
        WaitingPage waiting = new WaitingPage(page).shown();
        assertThat(waiting.address()).isEqualTo(person.email());
        assertThat(realm.appServer().hasRedirect(authorization)).isFalse();
    }

    private void assertVerifiedUser(TokenAnswer tokens) {
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.realmRoles()).contains("user").doesNotContain("admin");
        assertThat(tokens.claims().get("email").asText()).isEqualTo(person.email());
        assertThat(tokens.claims().get("email_verified").asBoolean()).isTrue();
        assertThat(realm.app()
                        .userinfo(tokens.accessToken())
                        .ok()
                        .json()
                        .get("email_verified")
                        .asBoolean())
                .isTrue();
        String id = realm.admin().userId(person.email());
        assertThat(realm.admin().events("VERIFY_EMAIL", id)).hasSize(1);
    }

    /** Keeps a picture, and sees to it that everybody can use the page. */
    private static void look(Page page, String picture) {
        Screenshots.take(page, picture);
        Accessibility.check(page);
    }

    private Iterable<String> proofMethods() {
        return TokenRows.proofMethods(realm, person);
    }

    private static long secondsSince(Mail mail) {
        return java.time.Duration.between(mail.caught().receivedAt(), java.time.Instant.now())
                .toSeconds();
    }
}
