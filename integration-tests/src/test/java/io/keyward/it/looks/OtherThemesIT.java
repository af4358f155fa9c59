package io.keyward.it.looks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import io.keyward.it.harness.Accessibility;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.PageWatch;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Screenshots;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import io.keyward.it.pages.AppPage;
import io.keyward.it.pages.ChangeAddressPage;
import io.keyward.it.pages.ConfirmLinkPage;
import io.keyward.it.pages.ForgotPasswordPage;
import io.keyward.it.pages.LoginPage;
import io.keyward.it.pages.NewPassword;
import io.keyward.it.pages.RegisterPage;
import io.keyward.it.pages.ResetPage;
import io.keyward.it.pages.WaitingPage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What keyward.jar brings by itself: its pages and mails under themes that know nothing of it. */
@Tag("long")
class OtherThemesIT {

    private static final String GOOD = "purple lantern under gravel";

    @RegisterExtension
    static final TestRealm present =
            TestRealm.shipped().with(definition -> wear(definition, "keycloak.v2", "keycloak"));

    @RegisterExtension
    static final TestRealm former = TestRealm.shipped().with(definition -> wear(definition, "keycloak", "base"));

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Person person = Person.ada();

    static Stream<Arguments> themes() {
        return Stream.of(Arguments.of("v2", present), Arguments.of("v1", former));
    }

    private static void wear(ObjectNode definition, String login, String email) {
        definition.put("loginTheme", login).put("emailTheme", email);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("themes")
    void signUp(String theme, TestRealm realm) {
        Page page = browsers.open();
        PageWatch watch = PageWatch.on(page, realm.keyward().url());
        WaitingPage waiting = RegisterPage.open(page, realm.authorization())
                .register(person.withEmail("x" + person.email()))
                .shown();
        look(page, "73-waiting-" + theme);
        waiting.enterCode("0000 0000");
        assertThat(waiting.codeError()).contains("not right");
        ChangeAddressPage change = waiting.wrongAddress().shown();
        look(page, "74-change-address-" + theme);
        change.change(person.email()).shown();
        Mail mail = realm.mailbox().next(person.email());
        assertThat(mail.html()).contains(mail.link());
        assertThat(watch.findings()).isEmpty();
        waiting.enterCode(mail.code());

        AppPage.signedIn(page, realm.appServer());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("themes")
    void aLinkOpenedElsewhere(String theme, TestRealm realm) {
        new Visitor(realm).register(person);
        Page page = browsers.open();
        PageWatch watch = PageWatch.on(page, realm.keyward().url());
        ConfirmLinkPage confirm =
                ConfirmLinkPage.open(page, realm.mailbox().next(person.email()).link());
        assertThat(confirm.asksForPassword()).isTrue();
        NewPassword chosen = new NewPassword(page, "password-new");
        assertThat(chosen.rules()).hasSize(3);
        chosen.type(GOOD);
        chosen.says("Hard to guess");
        look(page, "75-confirm-link-" + theme);
        confirm.confirm(GOOD).shown();
        look(page, "76-link-done-" + theme);

        assertThat(watch.findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("themes")
    void aForgottenPassword(String theme, TestRealm realm) {
        realm.admin().createProvedUser(person);
        Page page = browsers.open();
        PageWatch watch = PageWatch.on(page, realm.keyward().url());
        LoginPage.open(page, realm.authorization());
        ForgotPasswordPage forgot = new ForgotPasswordPage(page).open();
        forgot.ask(person.email());
        assertThat(forgot.answer()).contains(person.email());
        look(page, "77-forgot-password-sent-" + theme);
        ResetPage reset =
                ResetPage.open(page, realm.mailbox().next(person.email()).link());
        reset.choose("short", "short");
        assertThat(reset.error("password-new")).isNotBlank();
        look(page, "78-reset-password-" + theme);
        reset.choose(GOOD, GOOD);

        assertThat(reset.done()).contains("You are not signed in here yet");
        assertThat(watch.findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("themes")
    void thisWasNotMe(String theme, TestRealm realm) {
        realm.admin().createProvedUser(person);
        new Visitor(realm).signIn(person.email(), person.password());
        new Visitor(realm).signIn(person.email(), person.password());
        Page page = browsers.open();
        PageWatch watch = PageWatch.on(page, realm.keyward().url());
        page.navigate(realm.mailbox().next(person.email()).link());
        look(page, "79-not-me-" + theme);
        page.locator("#keyward-not-me").click();

        page.locator("#keyward-not-me-done").waitFor();
        assertThat(watch.findings()).isEmpty();
    }

    /** Our pages have the policy that Keycloak gives its own: nothing is added, nothing taken away. */
    @Test
    void theContentSecurityPolicyIsKeycloaks() {
        String keycloaks = policy(Http.get(present.authorization().url()));
        assertThat(keycloaks).contains("frame-src 'self'", "object-src 'none'");

        for (String page : List.of("verify/x", "reset-password/x", "not-me/x")) {
            assertThat(policy(Http.get(present.url() + "/keyward/" + page)))
                    .as(page)
                    .isEqualTo(keycloaks);
        }
        Visitor visitor = new Visitor(present);
        visitor.register(person);
        assertThat(visitor.waits()).isTrue();
        assertThat(policy(visitor.page().answer())).isEqualTo(keycloaks);
    }

    private static String policy(Answer answer) {
        return answer.header("Content-Security-Policy");
    }

    /** The former theme's frame has no landmarks; what is ours stands within it. */
    private static void look(Page page, String name) {
        Screenshots.take(
                page,
                name,
                name.endsWith("v1") ? framed -> Accessibility.checkWithin(framed, ".kw-page") : Accessibility::check);
        assertThat(Screenshots.fitsPhone(page)).as(name + " fits a phone").isTrue();
    }
}
