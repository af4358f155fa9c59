package io.keyward.it.looks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.PageWatch;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Screenshots;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.it.harness.Visitor;
import io.keyward.it.pages.AppPage;
import io.keyward.it.pages.ConfirmLinkPage;
import io.keyward.it.pages.LoginPage;
import io.keyward.it.pages.RegisterPage;
import io.keyward.it.pages.WaitingPage;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Names that run the other way, lines that are slow, sign-ins that are over: the pages stay usable and say what to do. */
@Tag("long")
class OddCasesIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void aNameFromRightToLeftOnAGermanPage() {
        Person layla = new Person(Person.ada().email(), "ليلى بنت أحمد العربي", null, "purple lantern under gravel");
        Page page = browsers.open("de-DE");
        RegisterPage registration = RegisterPage.open(page, realm.authorization());
        registration.fill("firstName", layla.firstName());
        assertThat(page.evaluate("getComputedStyle(document.getElementById('firstName')).unicodeBidi"))
                .isEqualTo("plaintext");
        shoot(page, "54-register-right-to-left");
        registration.register(layla).shown();

        Page elsewhere = browsers.open("de-DE");
        Mail mail = realm.mailbox().next(layla.email());
        assertThat(mail.text()).contains("Guten Tag " + layla.firstName() + ",");
        assertThat(mail.html()).contains("<bdi>" + layla.firstName() + "</bdi>");
        ConfirmLinkPage confirm = ConfirmLinkPage.open(elsewhere, mail.link());
        assertThat(confirm.text()).contains(layla.firstName());
        shoot(elsewhere, "55-confirm-link-right-to-left");
    }

    @Test
    void aDeviceWithALongNameFromRightToLeft() {
        String name = "حاسوب ليلى المحمول الموجود في غرفة المكتب بالطابق الثاني هناك";
        String sixty = name.substring(0, 60);
        Person person = Person.ada();
        realm.admin().createProvedUser(person);
        new Visitor(realm).signIn(person.email(), person.password());
        TokenAnswer other = realm.direct().password(person.email(), person.password(), "openid keyward-devices");
        String link = realm.mailbox().next(person.email()).link();
        rename(other, sixty);

        Page page = browsers.open();
        page.navigate(link);

        assertThat(page.locator("dd bdi").first().innerText()).isEqualTo(sixty.strip());
        shoot(page, "64-not-me-long-name");
    }

    private static void rename(TokenAnswer tokens, String name) {
        String devices = realm.url() + "/keyward/devices";
        JsonNode listed = Http.send(Http.request(devices).header("Authorization", "Bearer " + tokens.accessToken()))
                .ok()
                .json();
        for (JsonNode device : listed.get("devices")) {
            if (device.get("current").asBoolean()) {
                Http.send(Http.request(devices + "/" + device.get("id").asText())
                                .header("Authorization", "Bearer " + tokens.accessToken())
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(
                                        Json.object().put("name", name).toString())))
                        .ok();
            }
        }
    }

    @Test
    void aSlowLineShowsThatSomethingIsUnderWayAndSendsOnce() {
        Person person = Person.ada();
        Page page = browsers.open();
        page.setDefaultTimeout(60_000);
        RegisterPage.open(page, realm.authorization()).register(person).shown();
        page.locator("#code").fill(realm.mailbox().next(person.email()).code());
        List<Object> told = new CopyOnWriteArrayList<>();
        page.exposeFunction("tell", arguments -> told.add(arguments[0]));
        page.evaluate("""
                () => {
                  const button = document.getElementById('keyward-code-submit');
                  new MutationObserver(() => tell(button.getAttribute('aria-busy'))).observe(button, {attributes: true});
                }
                """);
        List<Request> posts = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (request.method().equals("POST")) {
                posts.add(request);
            }
        });
        Throttle.on(page);

        page.locator("#keyward-code-submit").dblclick();

        AppPage.signedIn(page, realm.appServer());
        assertThat(told).contains("true");
        assertThat(posts).hasSize(1);
    }

    @Test
    void theWholeSignUpWorksOnASlowLine() {
        Person person = Person.ada();
        Page page = browsers.open();
        page.setDefaultTimeout(60_000);
        Throttle.on(page);
        LoginPage.open(page, realm.authorization()).register();
        page.locator("#kc-register-form").waitFor();
        WaitingPage waiting = new RegisterPage(page).register(person).shown();
        waiting.enterCode(realm.mailbox().next(person.email()).code());

        page.getByText("Signed in").waitFor();
    }

    @Test
    void aSignInThatIsOverInTheMiddleStartsAgainAndSaysSo() {
        Page page = browsers.open();
        WaitingPage waiting = registerFromTheSignIn(page);
        forget(page, "AUTH_SESSION_ID");

        waiting.enterCode("1234 5678");

        page.locator("#kc-login").waitFor();
        assertThat(page.locator("body").innerText()).contains("This sign-in took too long");
        shoot(page, "56-sign-in-timed-out");
    }

    @Test
    void theWaitingPageNoticesByItselfThatItsSignInIsOver() {
        Page page = browsers.open();
        registerFromTheSignIn(page);

        forget(page, "AUTH_SESSION_ID");

        page.locator("#kc-login").waitFor();
        assertThat(page.locator("body").innerText()).contains("This sign-in took too long");
    }

    @Test
    void whoeverHasNothingLeftIsToldHowToStartAgain() {
        Page page = browsers.open();
        registerFromTheSignIn(page);
        page.context().clearCookies();

        page.locator("#keyward-continue").click();

        page.locator("#kc-error-message").waitFor();
        assertThat(page.locator("#kc-error-message").innerText()).contains("Start again from the application");
        assertThat(page.locator("#backToApplication").getAttribute("href"))
                .startsWith(realm.appServer().url());
        shoot(page, "57-nothing-left");
    }

    @Test
    void theSamePageInTwoTabsLeadsToTwoWaysOn() {
        Person person = Person.ada();
        realm.admin().createUser(person, true);
        Page page = browsers.open();
        LoginPage login = LoginPage.open(page, realm.authorization());
        login.signIn(person.email(), "not " + person.password());
        assertThat(login.error()).isNotBlank();
        Page tab = page.context().newPage();
        PageWatch watch = PageWatch.on(tab, realm.keyward().url());
        tab.navigate(page.url());
        tab.locator("#kc-login").waitFor();
        login.signIn(person.email(), person.password());
        new WaitingPage(page).shown();

        new LoginPage(tab).signIn(person.email(), person.password());

        tab.locator("#keyward-page-expired").waitFor();
        assertThat(tab.locator("#loginRestartLink").isVisible()).isTrue();
        shoot(tab, "58-page-too-old");
        tab.locator("#loginContinueLink").click();
        new WaitingPage(tab).shown();
        assertThat(watch.findings()).isEmpty();
    }

    @Test
    void aNewBrowserIsToldWhatASignInSetsOff() {
        Person person = Person.ada();
        realm.admin().createProvedUser(person);
        Page page = browsers.open();
        LoginPage login = LoginPage.open(page, realm.authorization());
        assertThat(page.locator("#keyward-new-device").innerText()).contains("This browser is new here");
        shoot(page, "59-sign-in");
        login.signIn(person.email(), person.password());
        AppPage.signedIn(page, realm.appServer());

        page.context()
                .clearCookies(
                        new ClearCookiesOptions().setName(Pattern.compile("KEYCLOAK_.*|AUTH_SESSION_ID.*|KC_.*")));
        LoginPage.open(page, realm.authorization());
        page.locator("#kc-login").waitFor();

        assertThat(page.locator("#keyward-new-device").count()).isZero();
    }

    @Test
    void everyLanguageFits() {
        for (String language : List.of("de", "fr", "es")) {
            Person person = Person.ada();
            Page page = browsers.open(language);
            LoginPage login = LoginPage.open(page, realm.authorization());
            shoot(page, "60-sign-in-" + language);
            login.register();
            page.locator("#kc-register-form").waitFor();
            shoot(page, "61-register-" + language);
            new RegisterPage(page).register(person).shown();
            shoot(page, "62-waiting-" + language);
            Page elsewhere = browsers.open(language);
            ConfirmLinkPage.open(elsewhere, realm.mailbox().next(person.email()).link());
            shoot(elsewhere, "63-confirm-link-" + language);
        }
    }

    private static WaitingPage registerFromTheSignIn(Page page) {
        LoginPage.open(page, realm.authorization()).register();
        page.locator("#kc-register-form").waitFor();
        return new RegisterPage(page).register(Person.ada()).shown();
    }

    private static void forget(Page page, String name) {
        assertThat(page.context().cookies().stream().map((Cookie cookie) -> cookie.name))
                .contains(name);
        page.context().clearCookies(new ClearCookiesOptions().setName(name));
    }

    private static void shoot(Page page, String name) {
        Screenshots.take(page, name);
        assertThat(Screenshots.fitsPhone(page)).as(name + " fits a phone").isTrue();
    }
}
