package io.keyward.it.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;

/** "Your devices" in the account console. */
public record DevicesPage(Page page) {

    /** Signs the person in on the way. */
    public static DevicesPage open(Page page, TestRealm realm, Person person) {
        page.navigate(url(realm));
        new LoginPage(page).signIn(person.email(), person.password());
        return new DevicesPage(page);
    }

    public static String url(TestRealm realm) {
        return realm.url() + "/account/account-security/your-devices";
    }

    /** Waits until the list is there. */
    public DevicesPage shown() {
        page.locator(".kwd-here").waitFor();
        return this;
    }

    /** Waits until the page shows, in place of the list, that it is {@code expired}, {@code failed}, {@code off} or {@code empty}. */
    public String instead(String state) {
        Locator said = page.locator(".kwd-instead[data-state=" + state + "]");
        said.waitFor();
        return said.innerText();
    }

    public Locator here() {
        return page.locator(".kwd-here");
    }

    public Locator device(String id) {
        return page.locator("[data-device='" + id + "']");
    }

    /** The devices below a heading, such as "Signed in elsewhere". */
    public Locator devicesBelow(String heading) {
        return section(heading).locator(".kwd-device");
    }

    public Locator section(String heading) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(heading).setExact(true));
    }

    public Locator title(String id) {
        return device(id).locator("h3");
    }

    public Locator rename(String id) {
        return button(device(id), "Rename");
    }

    public Locator signOut(String id) {
        return button(device(id), "Sign out");
    }

    public Locator details(String id) {
        return button(device(id), "Details");
    }

    public Locator nameField(String id) {
        return device(id).locator("input");
    }

    /** Whether mails about new devices are wanted. */
    public Locator newDeviceMail() {
        return page.getByRole(AriaRole.CHECKBOX);
    }

    public Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    public Locator search() {
        return page.getByRole(AriaRole.SEARCHBOX);
    }

    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    public Locator said() {
        return page.locator(".kwd-said");
    }

    /** Waits for the answer at the bottom of the page. */
    public String saidText() {
        return page.locator(".kwd-said .pf-v5-c-alert__title").innerText();
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
