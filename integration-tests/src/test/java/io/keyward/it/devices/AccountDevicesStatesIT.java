package io.keyward.it.devices;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.keyward.it.harness.Accessibility;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.PageWatch;
import io.keyward.it.harness.Screenshots;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.pages.DevicesPage;
import io.keyward.it.pages.LoginPage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page "Your devices" when it is not all sunshine. */
@Tag("long")
class AccountDevicesStatesIT {

    private static final String LIST = "**/keyward/devices";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().with(definition -> {
        definition.putArray("supportedLocales").add("en").add("de").add("fr").add("es");
    });

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private Member member;
    private OtherDevices others;
    private Page page;
    private PageWatch watch;

    @BeforeEach
    void signedUp() {
        member = Member.of(realm);
        others = new OtherDevices(member);
        page = browsers.open();
        watch = PageWatch.on(page, realm.keyward().url());
    }

    @AfterEach
    void thePageBehaved() {
        assertThat(watch.findings()).isEmpty();
    }

    @Test
    void twoHundredDevicesAreShownStepByStepAndFoundByWords() {
        others.signedOut(199);
        others.named(others.signedIn("mobile", "Android", "Chrome Mobile/142.0").id(), "Kitchen tablet");
        DevicesPage devices = open().shown();
        assertThat(devices.devicesBelow("Signed out")).hasCount(19);
        Accessibility.check(page);
        Screenshots.take(page, "78-devices-200");
        devices.button("Show 20 more").click();
        assertThat(devices.devicesBelow("Signed out")).hasCount(39);
        assertThat(devices.devicesBelow("Signed out").nth(19).locator("h3")).isFocused();

        devices.search().fill("laptop 187");
        assertThat(devices.devicesBelow("Signed out")).hasCount(1);
        assertThat(page.getByText("1 device found")).isVisible();
        devices.search().fill("ANDROID");
        assertThat(devices.devicesBelow("Signed in elsewhere")).containsText("Kitchen tablet");
        devices.search().fill("no such thing");
        assertThat(devices.here()).isVisible();
        assertThat(devices.instead("nothingFound")).contains("Nothing found");
        Accessibility.check(page);
        Screenshots.take(page, "79-devices-nothing-found");
        devices.button("Show all devices").click();
        assertThat(devices.search()).isFocused();
        assertThat(devices.devicesBelow("Signed out")).hasCount(19);
    }

    @Test
    void longNamesAndThoseFromRightToLeftStayInPlace() {
        String rightToLeft = "הטלפון של אדה (ישן)";
        String wide = "W".repeat(60);
        others.named(others.signedIn("mobile", "iOS", "Mobile Safari/26.0").id(), rightToLeft);
        others.named(others.signedIn("desktop", "Windows", "Edge/142.0").id(), wide);
        others.named(others.signedIn("other", null, null).id(), "<b>bold</b> & 'quoted' 👩‍💻");
        DevicesPage devices = open().shown();
        assertThat(devices.devicesBelow("Signed in elsewhere")).hasCount(3);
        assertThat(page.getByText("<b>bold</b> & 'quoted' 👩‍💻").first()).isVisible();
        assertThat((String) page.getByText(rightToLeft).first().evaluate("name => getComputedStyle(name).direction"))
                .isEqualTo("rtl");
        Accessibility.check(page);
        Screenshots.take(page, "80-devices-names");
        assertThat(Screenshots.fitsPhone(page)).as("fits a phone").isTrue();
    }

    @Test
    void whileTheServerTakesItsTimeThePageHasItsShapeAndThenNothingMoves() {
        others.signedIn("desktop", "Fedora", "Firefox/145.0");
        AtomicReference<Route> held = new AtomicReference<>();
        page.route(LIST, held::set);
        DevicesPage devices = open();
        page.locator(".kwd-waiting").waitFor();
        assertThat(page.getByText("Your devices are being loaded")).isAttached();
        page.waitForCondition(() -> held.get() != null);
        Accessibility.check(page);
        Screenshots.take(page, "81-devices-loading");
        double before = top(".kwd-waiting .kwd-list");
        page.evaluate("window.shifts = []; new PerformanceObserver(list => list.getEntries().forEach("
                + "entry => window.shifts.push(entry.value))).observe({type: 'layout-shift'})");
        held.get().resume();
        devices.shown();
        assertThat(devices.devicesBelow("Signed in elsewhere")).hasCount(1);
        assertThat(top("section .kwd-list")).isEqualTo(before);
        assertThat((Integer) page.evaluate("window.shifts.length")).isZero();
    }

    @Test
    void aServerThatDoesNotAnswerIsToldAndAskedAgain() {
        page.route(LIST, Route::abort);
        DevicesPage devices = open();
        assertThat(devices.instead("failed")).contains("did not answer");
        Accessibility.check(page);
        Screenshots.take(page, "82-devices-failed");
        page.unroute(LIST);
        devices.button("Try again").click();
        devices.shown();

        page.route("**/sign-out", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        others.signedIn("desktop", "Fedora", "Firefox/145.0");
        page.reload();
        devices.shown();
        devices.section("Signed in elsewhere").locator(".kwd-sign-out").click();
        devices.dialog().locator(".pf-m-primary").click();
        assertThat(devices.dialog()).containsText("That did not work");
    }

    @Test
    void aSessionThatEndsInTheMiddleIsTold() {
        DevicesPage devices = endedInTheMiddle();
        assertThat(devices.instead("expired")).contains("no longer signed in").contains("Sign in again");
        assertThat(page.locator(".kwd-instead h2")).isFocused();
        Accessibility.check(page);
        Screenshots.take(page, "83-devices-expired");
    }

    /** At once: some time later the console notices, too, and leads to the sign-in by itself. */
    @Test
    void afterASessionThatEndedSigningInLeadsBack() {
        DevicesPage devices = endedInTheMiddle();
        devices.button("Sign in again").click();
        new LoginPage(page).signIn(member.person().email(), member.person().password());
        devices.shown();
        assertThat(page).hasURL(DevicesPage.url(realm));
    }

    private DevicesPage endedInTheMiddle() {
        OtherDevices.Live laptop = others.signedIn("desktop", "Fedora", "Firefox/145.0");
        DevicesPage devices = open().shown();
        realm.admin().post("/users/" + member.id() + "/logout", Json.object());
        devices.rename(laptop.id()).click();
        devices.nameField(laptop.id()).fill("Laptop");
        page.keyboard().press("Enter");
        return devices;
    }

    @Test
    void noDevicesAtAll() {
        page.route(
                LIST,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"devices\":[]}")));
        assertThat(open().instead("empty")).contains("No devices yet");
        Accessibility.check(page);
        Screenshots.take(page, "84-devices-empty");
    }

    @Test
    void aRealmThatHasNotAskedForDevicesOrHasNoClientForThePage() {
        realm.admin().changeRequiredAction("keyward-devices", action -> action.put("enabled", false));
        try {
            assertThat(open().instead("off")).contains("not switched it on");
            Accessibility.check(page);
            Screenshots.take(page, "85-devices-off");
        } finally {
            realm.admin().changeRequiredAction("keyward-devices", action -> action.put("enabled", true));
        }
        realm.admin().changeClient("keyward-account", client -> client.put("enabled", false));
        try {
            page.reload();
            assertThat(new DevicesPage(page).instead("off")).contains("not switched it on");
        } finally {
            realm.admin().changeClient("keyward-account", client -> client.put("enabled", true));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "de-DE, Ihre Geräte, Anderswo angemeldet, jetzt",
        "fr-FR, , Connecté ailleurs, maintenant",
        "es-ES, , Sesión iniciada en otros sitios, ahora"
    })
    void inThePersonsLanguage(String locale, String title, String elsewhere, String now) {
        others.named(others.signedIn("desktop", "Fedora", "Firefox/145.0").id(), "Laptop");
        page.context().close();
        page = browsers.open(locale);
        watch = PageWatch.on(page, realm.keyward().url());
        DevicesPage devices = open().shown();
        assertThat(devices.devicesBelow(elsewhere)).hasCount(1);
        assertThat(devices.devicesBelow(elsewhere).locator("time")).hasText(now);
        if (title != null) {
            assertThat(page.locator("h1")).hasText(title);
            assertThat(page.locator("nav").getByText(title)).isVisible();
        }
        Screenshots.take(page, "86-devices-" + locale.substring(0, 2));
        assertThat(Screenshots.fitsPhone(page)).as("fits a phone").isTrue();
    }

    private DevicesPage open() {
        return DevicesPage.open(page, realm, member.person());
    }

    private double top(String selector) {
        return page.locator(selector).first().boundingBox().y;
    }
}
