package io.keyward.it.adminpages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.keyward.it.devices.Member;
import io.keyward.it.harness.Accessibility;
import io.keyward.it.harness.Screenshots;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.pages.LoginPage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Keycloak's admin console with a page of Keyward in it, and what the browser had to complain about meanwhile. */
final class AdminConsole {

    /** What the console itself has around a page. */
    private static final List<String> KEYCLOAKS = List.of(".pf-v5-c-masthead", "#page-sidebar");

    private static final String NOTHING_CUT_OFF = """
            () => { const edge = document.querySelector('#keyward-main').getBoundingClientRect().right;
                return [...document.querySelectorAll('#keyward-main *')]
                    .every(part => part.getBoundingClientRect().right <= edge + 1); }""";

    private final Page page;
    private final TestRealm realm;
    private final List<String> complaints = new ArrayList<>();

    static {
        // A page of the console asks a lot of a small machine.
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    }

    private AdminConsole(Page page, TestRealm realm) {
        this.page = page;
        this.realm = realm;
        String own = URI.create(realm.keyward().url()).getAuthority();
        page.onRequest(request -> {
            URI asked = URI.create(request.url().replaceFirst("[?#].*", ""));
            if (asked.getScheme().startsWith("http") && !own.equals(asked.getAuthority())) {
                complaints.add("asked elsewhere: " + asked);
            }
        });
        page.onPageError(error -> complaints.add("error: " + error));
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    || message.text().contains("Keyward's pages")) {
                complaints.add(message.text());
            }
        });
    }

    /** Signs the administrator in at the console of the realm itself, at a page such as {@code keyward/devices}. */
    static AdminConsole open(Page page, TestRealm realm, Member admin, String at) {
        AdminConsole console = new AdminConsole(page, realm);
        page.navigate(console.address(at));
        new LoginPage(page).signIn(admin.person().email(), admin.person().password());
        page.locator("[id^=nav-item-]").first().waitFor();
        return console;
    }

    /** Signs an administrator of the server in at the console of the realm master, at a page of the realm. */
    static AdminConsole openAtMaster(Page page, TestRealm realm, String username, String password, String at) {
        AdminConsole console = new AdminConsole(page, realm);
        page.navigate(realm.keyward().url() + "/admin/master/console/#/" + realm.name() + "/" + at);
        new LoginPage(page).signIn(username, password);
        page.locator("[id^=nav-item-]").first().waitFor();
        return console;
    }

    String address(String at) {
        return realm.keyward().url() + "/admin/" + realm.name() + "/console/#/" + realm.name() + "/" + at;
    }

    AdminConsole go(String at) {
        page.navigate(address(at));
        return this;
    }

    /** The entry of the menu at the left, there or not. */
    Locator menu(String name) {
        return page.locator("#nav-item-keyward-" + name);
    }

    /** Waits for the page of this name. */
    AdminConsole shows(String title) {
        assertThat(main().getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(1)))
                .hasText(title);
        return this;
    }

    Locator main() {
        return page.locator("#keyward-main");
    }

    Locator rows() {
        return main().locator("tbody tr");
    }

    Locator button(String name) {
        return main().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator dialog() {
        return main().getByRole(AriaRole.DIALOG);
    }

    /** Presses the button of the dialog and waits until the dialog is gone. */
    void confirm(String name) {
        dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
        assertThat(dialog()).hasCount(0);
    }

    Locator told() {
        return main().locator(".keyward-told");
    }

    Locator alert() {
        return main().getByRole(AriaRole.ALERT);
    }

    Locator field(String name) {
        return main().getByRole(
                        AriaRole.SEARCHBOX,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A list to choose from. */
    Locator list(String name) {
        return main().getByRole(
                        AriaRole.COMBOBOX,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    void findPerson(String text) {
        field("Person").fill(text);
        field("Person").press("Enter");
    }

    /** Pictures, and everything that holds for any page: accessible, as wide as a phone, quiet. */
    void look(String name) {
        Screenshots.takeWhole(page, name, "#keyward-main");
        decent();
    }

    void decent() {
        Accessibility.checkWithout(page, KEYCLOAKS);
        assertThat((Boolean) page.evaluate(NOTHING_CUT_OFF))
                .as("fits the window")
                .isTrue();
        assertThat(Screenshots.fitsPhone(page)).as("fits a phone").isTrue();
        quiet();
    }

    void quiet() {
        assertThat(complaints).isEmpty();
    }
}
