package io.keyward.it.adminpages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.keyward.it.devices.Admins;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.Screenshots;
import io.keyward.it.harness.TestRealm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Settings of Keyward are where Keycloak's are, each with a help text; the pictures are those of docs/admin-pages.md. */
@Tag("long")
class SettingsPlacesIT {

    private static final String CONSOLE = "#kc-main-content-page-container";
    private static final String HELP = "[data-testid^=help-label]";
    /** Keycloak's own field of a mapper, the one without help. Its name may come a moment after it. */
    private static final String TYPE = "Mapper type";

    private static final String FIELDS = ".pf-v5-c-form__group:not(.pf-m-action)";

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
        dialog(rows, "Keyward: verify email", "settings-verify-email");
        dialog(rows, "Keyward: devices", "settings-devices");
    }

    @Test
    void flows() {
        console.go("authentication/" + id("/authentication/flows", "alias", "keyward browser") + "/DEFAULT");
        assertThat(page.getByText("Keyward: verified email").first()).isVisible();
        Screenshots.takeWhole(page, "settings-flow", CONSOLE);
    }

    @Test
    void theStepOfAFlow() {
        console.go("authentication/" + id("/authentication/flows", "alias", "keyward reset credentials") + "/DEFAULT");
        dialog(page.locator("tr, li"), "Keyward: forgot password", "settings-forgot-password");
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
    void theValidator() {
        console.go("realm-settings/user-profile/attributes/firstName/edit-attribute");
        page.getByText("Add validator").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByText("Select an option").click();
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText("keyward-email-address"))
                .click();
        assertThat(dialog).containsText("Private top-level domains");
        assertThat(dialog.locator(HELP)).hasCount(7);
        Screenshots.take(page, "settings-validator");
        Screenshots.part(page, dialog, "settings-validator");
    }

    @Test
    void passwordPolicy() {
        console.go("authentication/policies");
        assertThat(page.getByText("Keyward: not common").first()).isVisible();
        Screenshots.takeWhole(page, "settings-password-policy", CONSOLE);
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
    void events() {
        console.go("realm-settings/events");
        page.locator(CONSOLE).getByText("User events settings").click();
        assertThat(page.locator(CONSOLE).getByText("Save events").first()).isVisible();
        Screenshots.takeWhole(page, "settings-events", CONSOLE);
    }

    @Test
    void clientScopes() {
        String scope = id("/client-scopes", "name", "device");
        console.go("client-scopes/" + scope + "/mappers");
        assertThat(page.getByText("Device (Keyward)").first()).isVisible();
        Screenshots.takeWhole(page, "settings-client-scope", CONSOLE);

        String mapper =
                id("/client-scopes/" + scope + "/protocol-mappers/models", "protocolMapper", "keyward-device-mapper");
        console.go("client-scopes/" + scope + "/mappers/" + mapper + "/edit");
        form("settings-device-mapper");
    }

    @Test
    void sessionApi() {
        String client = id("/clients", "clientId", "keyward-demo-spa");
        String mapper = id("/clients/" + client + "/protocol-mappers/models", "protocolMapper", "keyward-session-api");
        console.go("clients/" + client + "/clientScopes/dedicated/mappers/" + mapper + "/edit");
        form("settings-session-api");
    }

    /** The dialog behind the gear of a row. */
    private void dialog(Locator rows, String name, String picture) {
        rows.filter(new Locator.FilterOptions().setHasText(name))
                .last()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Settings"))
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        helped(dialog);
        Screenshots.take(page, picture);
        Screenshots.part(page, dialog, picture);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"))
                .click();
        assertThat(dialog).hasCount(0);
    }

    private void form(String picture) {
        Locator main = page.locator(CONSOLE);
        assertThat(main.locator("form")).isVisible();
        assertThat(main.locator(FIELDS).filter(new Locator.FilterOptions().setHasText(TYPE)))
                .hasCount(1);
        helped(main);
        Screenshots.takeWhole(page, picture, CONSOLE);
    }

    private static void helped(Locator form) {
        Locator others = form.locator(FIELDS).filter(new Locator.FilterOptions().setHasNotText(TYPE));
        assertThat(form.locator(HELP)).not().hasCount(0);
        await().untilAsserted(() -> assertThat(form.locator(HELP).count()).isEqualTo(others.count()));
    }

    private static String id(String path, String key, String value) {
        for (JsonNode one : realm.admin().get(path)) {
            if (one.get(key).asText().equals(value)) {
                return one.get("id").asText();
            }
        }
        throw new AssertionError("No " + key + " " + value + " at " + path);
    }
}
