package io.keyward.it.devices;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import io.keyward.it.harness.Accessibility;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.PageWatch;
import io.keyward.it.harness.Screenshots;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.pages.DevicesPage;
import io.keyward.it.pages.LoginPage;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person does on the page "Your devices" of the account console. */
@Tag("long")
class AccountDevicesIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private Member member;
    private OtherDevices others;
    private OtherDevices.Live phone;
    private OtherDevices.Live laptop;
    private Page page;
    private PageWatch watch;
    private DevicesPage devices;

    @BeforeEach
    void signedInOnThreeDevices() {
        member = Member.of(realm);
        others = new OtherDevices(member);
        phone = others.signedIn("mobile", "Android", "Chrome Mobile/142.0");
        laptop = others.signedIn("desktop", "Fedora", "Firefox/145.0");
        others.named(laptop.id(), "Work laptop");
        page = browsers.open();
        watch = PageWatch.on(page, realm.keyward().url());
        devices = DevicesPage.open(page, realm, member.person()).shown();
    }

    @AfterEach
    void thePageBehaved() {
        assertThat(watch.findings()).isEmpty();
    }

    @Test
    void theListMarksThisDeviceAndTellsWhatIsKnownOfEach() {
        assertThat(devices.devicesBelow("This device")).hasCount(1);
        assertThat(devices.devicesBelow("Signed in elsewhere")).hasCount(2);
        assertThat(devices.here()).containsText("Account Console");
        assertThat(devices.device(laptop.id()))
                .containsText(Pattern.compile("Work laptop.*Firefox 145.0, Fedora", Pattern.DOTALL));
        assertThat(devices.device(laptop.id())).containsText("198.51.100.24");
        assertThat(devices.device(laptop.id())).containsText("test-direct");

        Locator seen = devices.device(laptop.id()).locator("time").first();
        assertThat(seen).hasText("now");
        assertThat(seen).hasAttribute("datetime", Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*Z"));
        assertThat(seen).hasAttribute("title", Pattern.compile("\\d{4}.*:\\d\\d"));

        Accessibility.check(page);
        Screenshots.take(page, "70-devices");
        assertThat(Screenshots.fitsPhone(page)).as("fits a phone").isTrue();
    }

    @Test
    void theEntryInTheMenuLeadsHereAndIsMarked() {
        page.navigate(realm.url() + "/account/");
        Locator entry = page.locator("nav").getByText("Your devices");
        page.locator("[data-testid=accountSecurity] button").click();
        entry.click();
        devices.shown();
        assertThat(page).hasURL(DevicesPage.url(realm));
        assertThat(page.locator("nav a.pf-m-current")).hasText("Your devices");
    }

    @Test
    void aDeviceGetsANameByKeyboard() {
        devices.rename(phone.id()).focus();
        page.keyboard().press("Enter");
        assertThat(devices.nameField(phone.id())).isFocused();
        Accessibility.check(page);
        Screenshots.take(page, "71-devices-name");
        page.keyboard().type("My phone");
        page.keyboard().press("Enter");
        assertThat(devices.title(phone.id())).containsText("My phone");
        assertThat(devices.said()).containsText("My phone");
        assertThat(devices.rename(phone.id())).isFocused();
        assertThat(member.api(laptop.tokens()).device(phone.id()).get("name").asText())
                .isEqualTo("My phone");

        page.keyboard().press("Enter");
        page.keyboard().type("Something else");
        page.keyboard().press("Escape");
        assertThat(devices.title(phone.id())).containsText("My phone");
        assertThat(devices.rename(phone.id())).isFocused();

        page.keyboard().press("Enter");
        page.keyboard().press("Delete");
        page.keyboard().press("Enter");
        assertThat(devices.title(phone.id())).containsText("Chrome Mobile on Android");
    }

    @Test
    void aNameThatIsRefusedSaysWhyAndMayBeMended() {
        devices.rename(phone.id()).click();
        devices.nameField(phone.id()).fill("x".repeat(61));
        page.keyboard().press("Enter");
        assertThat(devices.device(phone.id())).containsText("more than 60 characters");
        assertThat(devices.nameField(phone.id())).isFocused();
        assertThat(devices.nameField(phone.id())).hasAttribute("aria-invalid", "true");
        Accessibility.check(page);
        Screenshots.take(page, "72-devices-name-refused");

        devices.nameField(phone.id()).fill("\u200b");
        page.keyboard().press("Enter");
        assertThat(devices.device(phone.id())).containsText("Nothing of this name can be seen");
        devices.nameField(phone.id()).fill("turned \u202e around");
        page.keyboard().press("Enter");
        assertThat(devices.device(phone.id())).containsText("cannot be shown");
        devices.nameField(phone.id()).fill("y".repeat(60));
        page.keyboard().press("Enter");
        assertThat(devices.title(phone.id())).containsText("y".repeat(60));
        assertThat(Screenshots.fitsPhone(page)).as("fits a phone").isTrue();
    }

    /** From the address bar to the end with nothing but keys; whatever has the focus can be seen to have it. */
    @Test
    void aDeviceIsSignedOutByKeyboardAlone() {
        tabTo(devices.signOut(phone.id()));
        page.keyboard().press("Enter");
        assertThat(devices.dialog()).containsText("Chrome Mobile on Android");
        Accessibility.check(page);
        Screenshots.take(page, "73-devices-sign-out");
        for (int press = 0; press < 6; press++) {
            page.keyboard().press("Tab");
            assertThat((Boolean) page.evaluate("document.activeElement === document.body"
                            + " || document.activeElement.closest('dialog') !== null"))
                    .as("focus stays in the dialog")
                    .isTrue();
        }
        page.keyboard().press("Escape");
        assertThat(devices.dialog()).hasCount(0);
        assertThat(devices.signOut(phone.id())).isFocused();

        page.keyboard().press("Enter");
        assertThat(devices.dialog().getByText("Sign out", new Locator.GetByTextOptions().setExact(true)))
                .isFocused();
        page.keyboard().press("Enter");
        assertThat(devices.said()).containsText("Chrome Mobile on Android");
        assertThat(devices.devicesBelow("Signed out")).hasCount(1);
        assertThat(devices.title(phone.id())).isFocused();
        assertThat(devices.signOut(phone.id())).hasCount(0);
        assertThat(others.refreshes(phone)).isFalse();
        assertThat(others.refreshes(laptop)).isTrue();
        Accessibility.check(page);
        Screenshots.take(page, "74-devices-signed-out");
    }

    @Test
    void allOthersAreSignedOutAndThisOneIsNot() {
        devices.button("Sign out all other devices").click();
        assertThat(devices.dialog()).containsText("2");
        Accessibility.check(page);
        Screenshots.take(page, "75-devices-sign-out-others");
        devices.dialog().getByText("Sign out all other devices", exact()).click();
        assertThat(devices.said()).containsText("All other devices are signed out");
        assertThat(devices.devicesBelow("Signed out")).hasCount(2);
        assertThat(devices.here().locator("h3")).isFocused();
        assertThat(others.refreshes(phone)).isFalse();
        assertThat(others.refreshes(laptop)).isFalse();
        page.reload();
        devices.shown();
        assertThat(devices.button("Sign out all other devices")).hasCount(0);
    }

    @Test
    void mailsAboutNewDevicesAreRefusedAndWantedAgain() {
        Locator wanted = devices.newDeviceMail();
        assertThat(wanted).isChecked();
        wanted.focus();
        page.keyboard().press("Space");
        assertThat(devices.said()).containsText("You get no more mails");
        assertThat(wanted).not().isChecked();
        Accessibility.check(page);
        Screenshots.take(page, "87-devices-mails");
        page.reload();
        devices.shown();
        assertThat(wanted).isVisible();
        assertThat(wanted).not().isChecked();
        assertThat(member.api(laptop.tokens())
                        .get("/preferences")
                        .json()
                        .get("newDeviceMail")
                        .asBoolean())
                .isFalse();

        page.route("**/preferences", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        wanted.click();
        assertThat(devices.said()).containsText("That did not work");
        assertThat(wanted).not().isChecked();
        page.unroute("**/preferences");
        wanted.click();
        assertThat(devices.said()).containsText("From now on a mail tells you");
        assertThat(wanted).isChecked();
    }

    @Test
    void whereTheRealmSendsNoMailsAboutNewDevicesNoneAreOffered() {
        realm.admin().configureRequiredAction("keyward-devices", Map.of("new-device-mails", "false"));
        try {
            Response preferences = page.waitForResponse("**/keyward/devices/preferences", () -> page.reload());
            assertThat(preferences.text()).contains("\"newDeviceMailOffered\":false");
            devices.shown();
            assertThat(devices.newDeviceMail()).hasCount(0);
        } finally {
            realm.admin().configureRequiredAction("keyward-devices", Map.of("new-device-mails", "true"));
        }
    }

    /** The server's answer is put in its mouth here; that it gives it, and after how long, is in FreshAuthenticationIT. */
    @Test
    void whoSignedInLongAgoShowsOnceMoreWhoItIs() {
        String pattern = "**/keyward/devices/sign-out-others";
        page.route(
                pattern,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(401)
                        .setContentType("application/json")
                        .setHeaders(Map.of(
                                "WWW-Authenticate", "Bearer error=\"insufficient_user_authentication\", max_age=\"0\""))
                        .setBody("{\"error\":\"insufficient_user_authentication\"}")));
        devices.button("Sign out all other devices").click();
        devices.dialog().getByText("Sign out all other devices", exact()).click();
        assertThat(devices.dialog()).containsText("Please sign in again first");
        Accessibility.check(page);
        Screenshots.take(page, "76-devices-sign-in-again");
        page.unroute(pattern);

        devices.dialog().getByText("Sign in again", exact()).click();
        page.locator("#password").fill(member.person().password());
        page.locator("#kc-login").click();
        devices.shown();
        assertThat(page).hasURL(DevicesPage.url(realm));
        assertThat(devices.dialog()).containsText("Sign out all other devices?");
        assertThat(others.refreshes(phone))
                .as("nothing is done before it is asked again")
                .isTrue();
        devices.dialog().getByText("Sign out all other devices", exact()).click();
        assertThat(devices.said()).containsText("All other devices are signed out");
        assertThat(others.refreshes(laptop)).isFalse();
    }

    @Test
    void theRecentSignInsOfADevice() {
        devices.details(laptop.id()).click();
        Locator details = devices.device(laptop.id()).locator(".kwd-details");
        assertThat(details.locator("li")).hasCount(1);
        assertThat(details).containsText("Name and password, typed into an app");
        assertThat(details).containsText("Still signed in");
        assertThat(devices.details(laptop.id())).hasAttribute("aria-expanded", "true");
        Accessibility.check(page);
        Screenshots.take(page, "77-devices-details");
        devices.details(laptop.id()).click();
        assertThat(details).hasCount(0);
    }

    @Test
    void signingOutHereLeadsToTheSignInPage() {
        String here = devices.here().getAttribute("data-device");
        devices.signOut(here).click();
        assertThat(devices.dialog()).containsText("the device in front of you");
        devices.dialog().getByText("Sign out", exact()).click();
        page.locator("#username").waitFor();
        new LoginPage(page).signIn(member.person().email(), member.person().password());
        page.navigate(DevicesPage.url(realm));
        assertThat(devices.shown().here()).hasAttribute("data-device", here);
    }

    @Test
    void aDeviceThatIsGoneMeanwhileIsTold() {
        realm.database()
                .update(
                        "update keyward_device set forgotten_at = last_seen, signed_out_at = last_seen"
                                + " where realm_id = ? and id = ?",
                        realm.id(),
                        phone.id());
        devices.rename(phone.id()).click();
        devices.nameField(phone.id()).fill("Too late");
        page.keyboard().press("Enter");
        assertThat(devices.said()).containsText("no longer on the list");
        assertThat(devices.device(phone.id())).hasCount(0);
    }

    private void tabTo(Locator wanted) {
        for (int press = 0; press < 60; press++) {
            page.keyboard().press("Tab");
            assertThat((Boolean) page.evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'"
                            + " || document.activeElement.closest('.kwd') === null"))
                    .as("focus is visible")
                    .isTrue();
            if ((Boolean) wanted.evaluate("button => button === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("Not reached by 60 tabs: " + wanted);
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
