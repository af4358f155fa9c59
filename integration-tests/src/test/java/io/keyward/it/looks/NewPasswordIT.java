package io.keyward.it.looks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.PageWatch;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Screenshots;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import io.keyward.it.pages.AppPage;
import io.keyward.it.pages.LoginPage;
import io.keyward.it.pages.NewPassword;
import io.keyward.it.pages.RegisterPage;
import io.keyward.it.pages.WaitingPage;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where people choose a password: the policy before they type, and a meter that says what the server says. */
@Tag("long")
class NewPasswordIT {

    private static final String GOOD = "purple lantern under gravel";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    static final TestRealm classic = TestRealm.shipped()
            .with(definition -> definition.put(
                    "passwordPolicy",
                    "length(8) and upperCase(1) and lowerCase(1) and digits(1) and specialChars(1)"
                            + " and regexPattern(^[^ ]*$) and passwordHistory(3)"));

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Person person = Person.ada();

    @Test
    void signUpTellsTheRulesFirstAndPraisesNothingThatTheServerRefuses() {
        Page page = browsers.open();
        PageWatch watch = PageWatch.on(page, realm.keyward().url());
        RegisterPage registration = RegisterPage.open(page, realm.authorization());
        NewPassword chosen = new NewPassword(page, "password");
        assertThat(chosen.rules())
                .containsExactly(
                        "at least 15 characters, at most 256",
                        "without your email address in it",
                        "not one that many people use");
        assertThat(page.locator("#password").getAttribute("aria-describedby")).isEqualTo("keyward-rules");
        Screenshots.take(page, "50-register-rules");

        for (String refused : List.of("short", "password123password", "qwertyuiopasdfghjkl", "abcabcabcabcabcabc")) {
            registration.fill("firstName", person.firstName());
            registration.fill("email", person.email());
            registration.fill("password-confirm", refused);
            chosen.type(refused);
            assertThat(chosen.verdict()).as(refused).isEqualTo("Not enough yet");
            assertThat(chosen.level()).as(refused).isZero();
            registration.send();
            assertThat(registration.error("password")).as(refused).isNotBlank();
        }
        Screenshots.take(page, "51-register-refused");
        chosen.type(person.email() + " and more");
        assertThat(chosen.verdict()).isEqualTo("Not enough yet");
        assertThat(chosen.state("your email address")).isEqualTo("broken");

        registration.fill("password-confirm", GOOD);
        chosen.type(GOOD);
        chosen.says("Hard to guess");
        assertThat(chosen.state("many people")).isEqualTo("met");
        registration.send();
        new WaitingPage(page).shown();
        assertThat(watch.findings()).isEmpty();
    }

    @Test
    void whatIsGoodAtOnceIsSaidBeforeAnythingIsSent() {
        Page page = browsers.open();
        RegisterPage registration = RegisterPage.open(page, realm.authorization());
        registration.fill("firstName", person.firstName());
        registration.fill("email", person.email());
        registration.fill("password-confirm", GOOD);
        NewPassword chosen = new NewPassword(page, "password");
        chosen.type(GOOD);

        chosen.says("Hard to guess");
        assertThat(chosen.level()).isEqualTo(2);
        assertThat(Screenshots.fitsPhone(page)).as("fits a phone").isTrue();
        Screenshots.take(page, "52-register-hard-to-guess");
    }

    @Test
    void whatIsAllowedAndWeakIsCalledEasyToGuess() {
        Page page = browsers.open();
        RegisterPage registration = RegisterPage.open(page, classic.authorization());
        NewPassword chosen = new NewPassword(page, "password");
        assertThat(chosen.rules())
                .containsExactly(
                        "at least 8 characters",
                        "at least one capital letter",
                        "at least one small letter",
                        "at least one digit",
                        "at least one special character",
                        "not one of your last 3");

        chosen.type("passwort");
        chosen.says("Not enough yet");
        assertThat(chosen.state("capital")).isEqualTo("broken");
        assertThat(chosen.state("small")).isEqualTo("met");
        chosen.type("Aaaaaa1!");
        chosen.says("Easy to guess");
        chosen.type("Kx7!mQ2#vT9$wZ4%");
        chosen.says("Very hard to guess");
        // A pattern has no words of its own; the server is asked.
        chosen.type("Kx7! mQ2# vT9$ wZ4%");
        chosen.says("Not allowed here");

        registration.fill("firstName", person.firstName());
        registration.fill("email", person.email());
        registration.fill("password-confirm", "Kx7! mQ2# vT9$ wZ4%");
        registration.send();
        assertThat(registration.error("password")).isNotBlank();
    }

    @Test
    void keycloaksOwnPageForAnotherPasswordHasItToo() {
        String id = realm.admin().createProvedUser(person);
        realm.admin().changeUser(id, user -> user.putArray("requiredActions").add("UPDATE_PASSWORD"));
        Page page = browsers.open();
        var authorization = realm.authorization();
        LoginPage.open(page, authorization).signIn(person.email(), person.password());

        page.locator("#kc-passwd-update-form").waitFor();
        NewPassword chosen = new NewPassword(page, "password-new");
        assertThat(chosen.rules()).hasSize(3);
        chosen.type(person.email());
        chosen.says("Not enough yet");
        Screenshots.take(page, "53-update-password");
        chosen.type(GOOD);
        chosen.says("Hard to guess");
        page.locator("#password-confirm").fill(GOOD);
        page.locator("#kc-submit").click();

        AppPage.signedIn(page, realm.appServer());
    }

    @Test
    void nothingMovesWhileSomebodyTypes() {
        Page page = browsers.open();
        page.addInitScript(
                "window.moved = 0; new PerformanceObserver(list => { for (const shift of list.getEntries()) { window.moved +="
                        + " shift.value; } }).observe({type: 'layout-shift', buffered: true})");
        RegisterPage.open(page, realm.authorization());
        NewPassword chosen = new NewPassword(page, "password");
        page.locator("#email").fill(person.email());

        for (String typed : List.of("p", "password123password", GOOD)) {
            chosen.type(typed);
            chosen.verdict();
        }

        assertThat(((Number) page.evaluate("window.moved")).doubleValue())
                .as("layout shift")
                .isLessThan(0.01);
    }

    @Test
    void withoutScriptsTheRulesStandThereToo() {
        Visitor visitor = new Visitor(realm);

        assertThat(visitor.openRegistration().text())
                .contains("at least 15 characters, at most 256", "not one that many people use");
    }
}
