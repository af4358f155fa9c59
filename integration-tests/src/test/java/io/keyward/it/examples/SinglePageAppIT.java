package io.keyward.it.examples;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Screenshots;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.pages.ConfirmLinkPage;
import io.keyward.it.pages.LoginPage;
import io.keyward.stack.Companion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code examples/spa} in a real browser, served by a real nginx. */
class SinglePageAppIT {

    private static final Example SPA = Example.of("spa", 8081);

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().withClient(SPA.client());

    private static Companion nginx;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Person person = Person.ada();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void serve() {
        nginx = SPA.nginx(
                SPA.site(realm).with("/srv/keyward-spa", SPA.path("public").toString()), "/");
    }

    @AfterAll
    static void stop() {
        if (nginx != null) {
            nginx.close();
        }
    }

    @BeforeEach
    void open() {
        page = watched(browsers.open());
    }

    /** Whatever a test does: no script was refused or failed, no token was in an answer, none can be read. */
    @AfterEach
    void scriptsSawNoToken() {
        assertThat(complaints).isEmpty();
        assertThat(answers).as("calls of the API").isNotEmpty().noneMatch(body -> body.contains("eyJ"));
        assertThat(page.evaluate("document.cookie")).isEqualTo("");
        assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void theWholeStory() {
        page.navigate(SPA.origin());
        heading("Sign in");
        page.getByText("Create an account").click();
        heading("Create an account");
        fill("Name", "Ada Lovelace");
        fill("Email", person.email());
        fill("Password", "too short");
        press("Create the account");
        assertThat(page.locator("#password-error")).isVisible();
        assertThat(page.locator("#password")).isFocused();
        looks("spa-register");
        fill("Password", person.password());
        press("Create the account");
        heading("Look at your mail");
        assertThat(page.locator(".address")).hasText(person.email());
        looks("spa-check-mail");

        page.getByText("I have confirmed").click();
        signIn(person);
        assertThat(page.locator(".notice")).containsText("Go on in the browser");
        looks("spa-not-verified");
        ConfirmLinkPage link =
                ConfirmLinkPage.open(page, realm.mailbox().next(person.email()).link());
        assertThat(link.asksForPassword()).as("the browser that signed up").isFalse();
        link.confirm().shown();
        page.navigate(SPA.origin());

        heading("Sign in");
        signIn(person.withPassword("not the one I have"));
        assertThat(page.locator(".notice")).isVisible();
        signIn(person);
        heading("Hello, Ada Lovelace");
        assertThat(page.locator(".role")).hasText("user");
        assertThat(page.locator(".devices li")).hasCount(1);
        assertThat(page.context().cookies())
                .filteredOn(cookie -> cookie.name.startsWith("spa_"))
                .hasSize(3)
                .allMatch(cookie -> cookie.httpOnly);

        press("Sign out");
        heading("Sign in");
        assertThat(page.context().cookies()).noneMatch(cookie -> cookie.name.startsWith("spa_"));
        page.navigate(SPA.origin());
        heading("Sign in");
    }

    @Test
    void refreshesWhenTheAccessTokenHasExpired() {
        realm.admin().createProvedUser(person);
        page.navigate(SPA.origin());
        signIn(person);
        heading("Hello, Ada");
        // What a browser does when a cookie has reached its age.
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("spa_access"));
        Response refreshed = page.waitForResponse(answer -> answer.url().endsWith("/auth/refresh"), page::reload);
        assertThat(refreshed.status()).isEqualTo(200);
        heading("Hello, Ada");
        assertThat(page.context().cookies()).anyMatch(cookie -> cookie.name.equals("spa_access"));
    }

    @Test
    void endsAnotherDevice() {
        realm.admin().createProvedUser(person);
        Page other = watched(browsers.open());
        for (Page each : List.of(other, page)) {
            each.navigate(SPA.origin());
            signIn(each, person);
            assertThat(each.locator("h1")).containsText("Hello, Ada");
        }
        assertThat(page.locator(".devices li")).hasCount(2);
        assertThat(page.locator(".here:visible")).hasCount(1);
        looks("spa-account");
        page.locator(".end:visible").click();
        assertThat(page.locator(".devices li")).hasCount(1);
        other.reload();
        other.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Sign in"))
                .waitFor();
        page.reload();
        heading("Hello, Ada");
    }

    @Test
    void signsInOnKeywardsPage() {
        realm.admin().createProvedUser(person);
        page.navigate(SPA.origin());
        page.getByText("Sign in on Keyward's page").click();
        new LoginPage(page).signIn(person.email(), person.password());
        heading("Hello, Ada");
        assertThat(page.url()).isEqualTo(SPA.origin() + "/");
    }

    @Test
    void aForgottenPassword() {
        realm.admin().createProvedUser(person);
        page.navigate(SPA.origin() + "/#forgot");
        heading("Forgot your password?");
        looks("spa-forgot");
        press("Send the link");
        assertThat(page.locator("#email-error")).isVisible();
        fill("Email", person.email());
        press("Send the link");
        heading("Look at your mail");
        assertThat(realm.mailbox().next(person.email()).link()).contains("/keyward/reset-password/");
    }

    @Test
    void canBeUsedWithoutSeeingIt() {
        page.navigate(SPA.origin());
        Map<String, String> views =
                Map.of("sign-in", "Sign in", "register", "Create an account", "forgot", "Forgot your password?");
        views.forEach((view, title) -> {
            page.navigate(SPA.origin() + "/#" + view);
            heading(title);
            assertThat(
                            (Boolean)
                                    page.evaluate(
                                            "[...document.querySelectorAll('input')].every(input => input.labels.length === 1 && input.autocomplete)"))
                    .as("labels of " + view)
                    .isTrue();
            assertThat(page.locator("h1")).hasCount(1);
            assertThat(page).hasTitle(title + " · Tea shop");
        });
        page.navigate(SPA.origin() + "/#sign-in");
        page.locator("#email").fill("nobody@example.org");
        page.locator("#password").press("Enter");
        assertThat(page.locator("#password")).isFocused();
        assertThat(page.locator("#password")).hasAttribute("aria-describedby", "password-error");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void nginxLetsNothingElseThrough() {
        page.navigate(SPA.origin());
        heading("Sign in");
        Answer index = Http.get(SPA.origin() + "/");
        assertThat(index.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        for (String path : List.of(
                "/client.json",
                "/nginx.conf",
                "/../nginx.conf",
                "/auth/../../../../admin/",
                "/realms/master",
                "/admin/")) {
            assertThat(Http.get(SPA.origin() + path).status()).as(path).isIn(400, 404);
        }
        assertThat(Http.get(SPA.origin() + "/auth/me").status()).isEqualTo(401);
    }

    private void signIn(Person who) {
        signIn(page, who);
    }

    private static void signIn(Page in, Person who) {
        in.getByLabel("Email").fill(who.email());
        in.getByLabel("Password").fill(who.password());
        in.locator("form .primary").click();
    }

    private void fill(String label, String value) {
        page.getByLabel(label).fill(value);
    }

    private void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private void heading(String text) {
        assertThat(page.locator("h1")).containsText(text);
    }

    private void looks(String name) {
        Screenshots.take(page, name);
        assertThat(Screenshots.fitsPhone(page)).as("readable on a phone").isTrue();
    }

    private Page watched(Page opened) {
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        opened.onPageError(complaints::add);
        // What scripts see of each answer.
        opened.exposeFunction("noted", seen -> answers.add((String) seen[0]));
        opened.addInitScript("const plain = window.fetch; window.fetch = async (...call) => {"
                + " const answer = await plain(...call);"
                + " await window.noted([...answer.headers].join() + await answer.clone().text());"
                + " return answer; };");
        return opened;
    }
}
