package io.keyward.it.adminpages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.keyward.it.devices.Admins;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.Screenshots;
import io.keyward.it.harness.TestRealm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Settings of Keyward are where Keycloak's are, each with a help text; the pictures are those of docs/admin-pages.md. */
class SettingsPlacesIT {

    private static final String CONSOLE = "#kc-main-content-page-container";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private Page page;
    private AdminConsole console;

    @BeforeEach
    void inTheConsole() {
        page = browsers.open();
        console = AdminConsole.open(page, realm, new Admins(realm).withRoles("realm-admin"), "realm-settings");
    }

    @Test
    void requiredActions() {
        console.go("authentication/required-actions");
        Locator rows = page.getByRole(AriaRole.ROW);
        for (String name : new String[] {"Keyward: verify email", "Keyward: devices", "Keyward: other address"}) {
            assertThat(rows.filter(new Locator.FilterOptions().setHasText(name)))
                    .hasCount(1);
        }
        Screenshots.takeWhole(page, "settings-required-actions", CONSOLE);
        settings(rows, "Keyward: verify email", "settings-verify-email");
        settings(rows, "Keyward: devices", "settings-devices");
    }

    private void settings(Locator rows, String name, String picture) {
        rows.filter(new Locator.FilterOptions().setHasText(name))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Settings"))
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Locator help = dialog.locator("[data-testid^=help-label]");
        assertThat(help).not().hasCount(0);
        assertThat(help).hasCount(dialog.locator(".pf-v5-c-form__group").count());
        page.setViewportSize(1280, 1000);
        Screenshots.take(page, picture);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"))
                .click();
        assertThat(dialog).hasCount(0);
    }

    @Test
    void flows() {
        String id = realm.admin().get("/authentication/flows").findParents("alias").stream()
                .filter(flow -> flow.get("alias").asText().equals("keyward browser"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        console.go("authentication/" + id + "/DEFAULT");
        assertThat(page.getByText("Keyward: verified email").first()).isVisible();
        Screenshots.takeWhole(page, "settings-flow", CONSOLE);
    }

    @Test
    void clientPolicies() {
        console.go("realm-settings/client-policies/keyward-verified-email/edit-profile");
        assertThat(page.getByText("keyward-verified-email").first()).isVisible();
        Screenshots.takeWhole(page, "settings-client-policies", CONSOLE);
    }

    @Test
    void userProfile() {
        console.go("realm-settings/user-profile/attributes/email/edit-attribute");
        assertThat(page.getByText("keyward-email-address").first()).isVisible();
        Screenshots.takeWhole(page, "settings-user-profile", CONSOLE);
    }

    @Test
    void themes() {
        console.go("realm-settings/themes");
        assertThat(page.locator(CONSOLE).getByText("Admin theme")).isVisible();
        assertThat(page.locator(CONSOLE).getByText("keyward", new Locator.GetByTextOptions().setExact(true)))
                .not()
                .hasCount(0);
        Screenshots.takeWhole(page, "settings-themes", CONSOLE);
    }

    @Test
    void clientScopes() {
        String id = realm.admin().get("/client-scopes").findParents("name").stream()
                .filter(scope -> scope.get("name").asText().equals("device"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        console.go("client-scopes/" + id + "/mappers");
        page.getByText("device", new Page.GetByTextOptions().setExact(true))
                .first()
                .waitFor();
        assertThat(page.getByText("Device (Keyward)").first()).isVisible();
        Screenshots.takeWhole(page, "settings-client-scope", CONSOLE);
    }
}
