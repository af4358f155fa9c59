package io.keyward.it.looks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.OAuthClient.Authorization;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.pages.AppPage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With the keyboard alone: nothing is clicked, nothing is focused by the test, and where one is can be seen. */
@Tag("long")
class KeyboardIT {

    /** More than any of these pages has. */
    private static final int STOPS = 25;

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Person person = Person.ada();
    private final Authorization authorization = realm.authorization();

    @Test
    void signUp() {
        Page page = browsers.open();
        page.navigate(authorization.url());
        page.locator("#kc-login").waitFor();
        press(page, "#kc-registration a");

        page.locator("#kc-register-form").waitFor();
        type(page, "#firstName", person.firstName());
        type(page, "#email", person.email());
        type(page, "#password", person.password());
        press(page, "[aria-controls=password]");
        assertThat(page.locator("#password").getAttribute("type")).isEqualTo("text");
        type(page, "#password-confirm", person.password());
        press(page, "#kc-register");

        page.locator("#keyward-waiting").waitFor();
        assertThat(focused(page, "#code")).as("the code field has the focus").isTrue();
        page.keyboard().type(realm.mailbox().next(person.email()).code());
        page.keyboard().press("Enter");

        AppPage.signedIn(page, realm.appServer());
        assertThat(realm.tokens(authorization).accessToken()).isNotBlank();
    }

    @Test
    void anotherAddressAndTheLanguageMenu() {
        Page page = browsers.open();
        page.navigate(authorization.registrationUrl());
        page.locator("#kc-register-form").waitFor();
        type(page, "#firstName", person.firstName());
        type(page, "#email", "x" + person.email());
        type(page, "#password", person.password());
        type(page, "#password-confirm", person.password());
        page.keyboard().press("Enter");
        page.locator("#keyward-waiting").waitFor();

        press(page, "#keyward-change");
        page.locator("#keyward-address-form").waitFor();
        assertThat(focused(page, "#email")).isTrue();
        page.keyboard().press("Control+A");
        page.keyboard().type(person.email());
        page.keyboard().press("Enter");
        page.locator("#keyward-waiting").waitFor();
        assertThat(page.locator("body").innerText()).contains(person.email());

        tabTo(page, "#login-select-toggle");
        // German (Deutsch)
        page.keyboard().press("G");
        page.locator("html[lang=de]").waitFor();
        assertThat(page.locator("h1").innerText()).isEqualTo("Sehen Sie in Ihr Postfach");
    }

    private static void type(Page page, String selector, String text) {
        tabTo(page, selector);
        page.keyboard().type(text);
    }

    private static void press(Page page, String selector) {
        tabTo(page, selector);
        page.keyboard().press("Enter");
    }

    private static void tabTo(Page page, String selector) {
        for (int stop = 0; stop < STOPS; stop++) {
            page.keyboard().press("Tab");
            assertThat(seen(page))
                    .as("the focus can be seen, looking for " + selector)
                    .isTrue();
            if (focused(page, selector)) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + selector);
    }

    private static boolean focused(Page page, String selector) {
        return (Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }

    /** An outline at the element, or a frame around the field that it is in; the end of the page is none of ours. */
    private static boolean seen(Page page) {
        return (Boolean) page.evaluate("""
                () => {
                  const here = document.activeElement;
                  if (here === document.body) { return true; }
                  const outline = getComputedStyle(here);
                  const field = here.closest('.pf-v5-c-form-control');
                  return (outline.outlineStyle !== 'none' && parseFloat(outline.outlineWidth) > 0)
                    || (field !== null && getComputedStyle(field).boxShadow !== 'none');
                }
                """);
    }
}
