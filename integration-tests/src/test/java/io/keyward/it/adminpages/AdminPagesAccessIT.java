package io.keyward.it.adminpages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import io.keyward.it.devices.Admins;
import io.keyward.it.devices.Member;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.MasterAdmin;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.pages.LoginPage;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees what of Keyward's pages in the admin console, in which language, and what becomes of it when a session ends. */
@Tag("long")
class AdminPagesAccessIT {

    private static final Pattern TEXT_KEY =
            Pattern.compile("\\b(menu|mails?|devices?|email|trouble|proof|pages|person|user)\\.[a-z]");

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().with(definition -> {
        definition.putArray("supportedLocales").add("en").add("de").add("fr").add("es");
    });

    @RegisterExtension
    static final TestRealm plain = TestRealm.shipped().with(definition -> definition.remove("adminTheme"));

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void whoMayNotSeeUsersSeesNoDevices() {
        Member member = Member.of(realm);
        Page page = browsers.open();
        AdminConsole console =
                AdminConsole.open(page, realm, new Admins(realm).withRoles("view-realm"), "realm-settings");
        assertThat(console.menu("mails")).isVisible();
        assertThat(console.menu("devices")).hasCount(0);

        console.go("keyward/devices");
        assertThat(console.alert()).containsText("You may not do this");
        assertThat(console.alert()).containsText("view-users");
        console.look("admin-forbidden");
        for (String tab : new String[] {"devices", "email"}) {
            console.go("keyward/users/" + member.id() + "/" + tab);
            assertThat(console.alert()).containsText("You may not do this");
        }
        realm.admin().setPassword(member.id(), "Told-" + member.person().password());
        console.go("keyward/mails");
        assertThat(console.rows()).not().hasCount(0);
        assertThat(console.rows().getByRole(AriaRole.LINK)).hasCount(0);
        assertThat(console.main().getByRole(AriaRole.CHECKBOX)).hasCount(0);
        console.quiet();
    }

    @Test
    void whoMayOnlyLookAtUsersIsOfferedNoChange() {
        Member member = Member.of(realm);
        member.signIn();
        Page page = browsers.open();
        AdminConsole console = AdminConsole.open(page, realm, new Admins(realm).withRoles("view-users"), "users");
        assertThat(console.menu("devices")).isVisible();
        assertThat(console.menu("mails")).hasCount(0);
        console.menu("devices").click();
        console.findPerson(member.person().email());
        assertThat(console.rows()).hasCount(1);
        assertThat(console.rows().getByRole(AriaRole.BUTTON)).hasCount(0);
        console.go("keyward/users/" + member.id() + "/email");
        assertThat(console.main().locator(".keyward-address")).containsText("Proved");
        assertThat(console.button("Vouch for this address")).hasCount(0);
        console.go("keyward/mails");
        assertThat(console.alert()).containsText("view-realm");
        console.quiet();
    }

    @Test
    void aSessionThatEndsInTheMiddleIsTold() {
        Member admin = new Admins(realm).withRoles("realm-admin");
        AdminConsole console = AdminConsole.open(browsers.open(), realm, admin, "keyward/devices");
        endInTheMiddle(admin, console);
        console.look("admin-expired");
    }

    /** At once: some time later the console notices, too, and leads to the sign-in by itself. */
    @Test
    void afterASessionThatEndedOneGoesOnWhereOneWas() {
        Member admin = new Admins(realm).withRoles("realm-admin");
        Page page = browsers.open();
        AdminConsole console = AdminConsole.open(page, realm, admin, "keyward/devices");
        endInTheMiddle(admin, console);
        console.button("Sign in again").click();
        new LoginPage(page).signIn(admin.person().email(), admin.person().password());
        console.shows("Devices");
        assertThat(console.rows()).not().hasCount(0);
    }

    private static void endInTheMiddle(Member admin, AdminConsole console) {
        assertThat(console.rows()).not().hasCount(0);
        realm.admin().send("POST", "/users/" + admin.id() + "/logout", null).ok();
        console.list("State").selectOption("signed-in");
        assertThat(console.alert()).containsText("Your session has ended");
        assertThat(console.alert()).containsText("Sign in again to go on.");
    }

    @ParameterizedTest
    @CsvSource({
        "de-DE, Geräte, Postausgang, E-Mail-Nachweis",
        "fr-FR, Appareils, Boîte d’envoi, Preuve d’adresse",
        "es-ES, Dispositivos, Bandeja de salida, Prueba de correo"
    })
    void inTheLanguageOfTheConsole(String language, String devices, String mails, String evidence) {
        Member admin = new Admins(realm).withRoles("realm-admin");
        Page page = browsers.open(language);
        AdminConsole console = AdminConsole.open(page, realm, admin, "keyward/devices");
        console.shows(devices);
        assertThat(console.menu("devices")).hasText(devices);
        assertThat(console.rows()).not().hasCount(0);
        assertThat(console.main().innerText()).doesNotContainPattern(TEXT_KEY);
        console.look("admin-devices-" + language.substring(0, 2));
        console.go("keyward/mails").shows(mails);
        assertThat(console.main().locator(".keyward-counts li")).hasCount(6);
        assertThat(console.main().innerText()).doesNotContainPattern(TEXT_KEY);
        console.go("keyward/users/" + admin.id() + "/email");
        assertThat(console.main().locator(".keyward-tab[aria-current]")).hasText(evidence);
        assertThat(console.rows()).not().hasCount(0);
        assertThat(console.main().innerText()).doesNotContainPattern(TEXT_KEY);
        console.decent();
    }

    @Test
    void theConsoleKeepsItsPolicyAndItsOwnPages() {
        Page page = browsers.open();
        AdminConsole console =
                AdminConsole.open(page, realm, new Admins(realm).withRoles("realm-admin"), "keyward/devices");
        console.shows("Devices");
        Response document = page.reload();
        String ours = document.headerValue("content-security-policy");
        String theirs = Http.get(plain.keyward().url() + "/admin/" + plain.name() + "/console/")
                .header("Content-Security-Policy");
        assertThat(ours).isNotBlank().isEqualTo(theirs);
        console.shows("Devices");

        page.locator("#nav-item-clients").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Clients")))
                .isVisible();
        assertThat(console.main()).hasCount(0);
        assertThat(console.menu("devices")).not().hasAttribute("aria-current", "page");
        console.menu("devices").click();
        console.shows("Devices");
        page.goBack();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Clients")))
                .isVisible();
        console.quiet();
    }

    @Test
    void administratorsOfTheServerHaveThemInEveryRealm() {
        Member member = Member.of(realm);
        member.signIn();
        MasterAdmin server = realm.keyward().admin();
        String name = "operator-" + UUID.randomUUID();
        server.send("PUT", "/master", Json.of("{'adminTheme': 'keyward'}")).ok();
        server.send("POST", "/master/users", operator(name)).ok();
        String users = "/master/users/"
                + server.get("/master/users?username=" + name).get(0).get("id").asText();
        try {
            server.send(
                            "POST",
                            users + "/role-mappings/realm",
                            Json.read("[" + Json.write(server.get("/master/roles/admin")) + "]"))
                    .ok();
            AdminConsole console = AdminConsole.openAtMaster(browsers.open(), realm, name, name, "keyward/devices");
            console.shows("Devices").findPerson(member.person().email());
            assertThat(console.rows()).hasCount(1);
            assertThat(console.rows().getByRole(AriaRole.BUTTON)).hasCount(1);
            assertThat(console.menu("devices")).isVisible();
            assertThat(console.menu("mails")).isVisible();
            console.quiet();
        } finally {
            server.send("DELETE", users, null).ok();
            server.send("PUT", "/master", Json.of("{'adminTheme': ''}")).ok();
        }
    }

    private static ObjectNode operator(String name) {
        return Json.of("{'username': '" + name + "', 'email': '" + name + "@example.org', 'firstName': 'Grace',"
                + " 'lastName': 'Hopper', 'enabled': true,"
                + " 'credentials': [{'type': 'password', 'value': '" + name + "', 'temporary': false}]}");
    }

    @Test
    void withoutTheThemeTheConsoleIsKeycloaks() {
        Page page = browsers.open();
        AdminConsole console = AdminConsole.open(page, plain, new Admins(plain).withRoles("realm-admin"), "users");
        assertThat(page.locator("#nav-item-users")).isVisible();
        assertThat(console.menu("devices")).hasCount(0);
    }
}
