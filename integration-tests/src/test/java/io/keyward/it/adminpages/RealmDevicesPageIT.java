package io.keyward.it.adminpages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.keyward.it.devices.Admins;
import io.keyward.it.devices.Member;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page "Devices" in Keycloak's admin console. */
@Tag("long")
class RealmDevicesPageIT {

    private static final String API = "**/keyward/devices?*";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    static final TestRealm empty = TestRealm.shipped();

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private AdminConsole console;
    private Page page;

    private void open(TestRealm in) {
        page = browsers.open();
        console = AdminConsole.open(page, in, new Admins(in).withRoles("realm-admin"), "users");
        console.menu("devices").click();
        console.shows("Devices");
    }

    @Test
    void aLostDeviceIsFoundAndSignedOut() {
        Member member = Member.of(realm);
        TokenAnswer lost = member.signIn();
        DeviceRow.name(realm, member, "Ada’s lost phone");
        TokenAnswer kept = member.signIn();
        open(realm);
        assertThat(console.menu("devices")).hasAttribute("aria-current", "page");
        assertThat(page.title()).startsWith("Devices");

        console.findPerson(member.person().email());
        assertThat(console.rows()).hasCount(2);
        Locator row = console.rows().filter(new Locator.FilterOptions().setHasText("Ada’s lost phone"));
        assertThat(row).containsText(member.person().email());
        assertThat(row).containsText("test-direct");
        assertThat(row).containsText("By an app with name and password");
        console.look("admin-devices");

        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign out: Ada’s lost phone"))
                .click();
        console.look("admin-devices-confirm");
        console.confirm("Sign out");

        assertThat(console.told()).containsText("Ada’s lost phone is signed out.");
        assertThat(row).containsText("Signed out");
        assertThat(realm.direct().refresh(lost.refreshToken()).error()).isEqualTo("invalid_grant");
        realm.direct().refresh(kept.refreshToken()).accessToken();

        console.list("State").selectOption("signed-in");
        assertThat(console.rows()).hasCount(1);
        console.list("Last seen").selectOption("before 30");
        assertThat(console.main()).containsText("Nothing matches");
        console.look("admin-devices-nothing");
        console.button("Clear all filters").click();
        assertThat(console.list("State")).hasValue("");
        console.quiet();
    }

    @Test
    void onlyOfAnApplicationThatIsThere() {
        Member.of(realm).signIn();
        open(realm);
        Locator application = console.field("Application");
        application.fill("test-app");
        application.press("Enter");
        assertThat(console.main()).containsText("Nothing matches");
        application.fill("no-such-app");
        application.press("Enter");
        assertThat(console.main()).containsText("This realm has no client “no-such-app”.");
        console.decent();
    }

    @Test
    void severalPeopleOfOneNameAreAskedAbout() {
        Member one = Member.of(realm);
        Member other = Member.of(realm);
        one.signIn();
        other.signIn();
        open(realm);
        console.findPerson("lovelace");
        assertThat(console.main()).containsText("Several people match");
        console.decent();
        console.main()
                .locator(".keyward-found")
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(other.person().email()))
                .click();
        assertThat(console.rows()).hasCount(1);
        assertThat(console.rows()).containsText(other.person().email());
        console.button("Show everybody").click();
        console.findPerson("nobody-of-this-name");
        assertThat(console.main()).containsText("Nobody was found for “nobody-of-this-name”.");
    }

    @Test
    void twoHundredDevicesComeInPages() {
        Member member = Member.of(realm);
        DeviceRow.many(realm, member, 200);
        open(realm);
        console.findPerson(member.person().email());
        assertThat(console.rows()).hasCount(20);
        console.button("Next page").click();
        assertThat(console.main()).containsText("Page 2");
        assertThat(console.rows()).hasCount(20);
        console.look("admin-devices-many");
        console.button("Previous page").click();
        assertThat(console.button("Previous page")).isDisabled();
        console.list("Per page").selectOption("200");
        assertThat(console.rows()).hasCount(200);
        assertThat(console.button("Next page")).isDisabled();
        console.decent();
    }

    @Test
    void longNamesAndThoseFromRightToLeftStayReadable() {
        Member member = Member.of(realm);
        member.signIn();
        DeviceRow.name(realm, member, "W".repeat(60));
        member.signIn();
        DeviceRow.name(realm, member, "حاسوب محمود المحمول <b>&");
        open(realm);
        console.findPerson(member.person().email());
        assertThat(console.rows()).hasCount(2);
        assertThat(console.main()).containsText("حاسوب محمود المحمول <b>&");
        console.look("admin-devices-names");
    }

    @Test
    void nobodyElseHasSignedInYet() {
        open(empty);
        console.list("State").selectOption("signed-out");
        assertThat(console.main()).containsText("Nothing matches");
        // The administrator is signed in, too.
        console.button("Clear all filters").click();
        assertThat(console.rows()).hasCount(1);
        empty.admin().changeRequiredAction("keyward-devices", action -> action.put("enabled", false));
        page.reload();
        assertThat(console.main()).containsText("This realm keeps no devices");
        console.look("admin-devices-off");
    }

    @Test
    void aSlowNetworkIsToldAndADeadOneCanBeTriedAgain() {
        open(realm);
        AtomicReference<Route> held = new AtomicReference<>();
        page.route(API, held::set);
        console.list("State").selectOption("signed-in");
        page.waitForCondition(() -> held.get() != null);
        assertThat(console.main().locator("[aria-busy=true]")).hasCount(1);
        held.get().resume();
        assertThat(console.main().locator("[aria-busy=false]")).hasCount(1);

        page.unroute(API);
        page.route(API, Route::abort);
        console.list("State").selectOption("");
        assertThat(console.alert()).containsText("The server cannot be reached");
        console.look("admin-unreachable");
        page.unroute(API);
        console.button("Try again").click();
        assertThat(console.rows()).not().hasCount(0);
    }

    @Test
    void byKeyboardAlone() {
        Member member = Member.of(realm);
        TokenAnswer tokens = member.signIn();
        page = browsers.open();
        console = AdminConsole.open(page, realm, new Admins(realm).withRoles("realm-admin"), "users");
        console.menu("devices").focus();
        page.keyboard().press("Enter");
        console.shows("Devices");
        assertThat(console.main().locator("h1")).isFocused();
        tabTo("input[type=search]");
        page.keyboard().type(member.person().email());
        page.keyboard().press("Enter");
        assertThat(console.rows()).hasCount(1);

        tabTo("td button");
        page.keyboard().press("Enter");
        assertThat(console.dialog()).isVisible();
        page.keyboard().press("Escape");
        assertThat(console.dialog()).hasCount(0);
        assertThat(console.rows().getByRole(AriaRole.BUTTON)).isFocused();

        page.keyboard().press("Enter");
        assertThat(console.dialog().getByText("Cancel")).isFocused();
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Enter");
        assertThat(console.told()).containsText(Pattern.compile("is signed out"));
        assertThat(realm.direct().refresh(tokens.refreshToken()).error()).isEqualTo("invalid_grant");
    }

    private void tabTo(String selector) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate(
                    "selector => document.activeElement.matches('#keyward-main ' + selector)", selector)) {
                return;
            }
        }
        throw new AssertionError("No Tab leads to " + selector);
    }
}
