package io.keyward.it.pages;

import com.microsoft.playwright.Page;
import io.keyward.it.harness.OAuthClient.Authorization;

/** Keycloak's sign-in form. */
public record LoginPage(Page page) {

    public static LoginPage open(Page page, Authorization authorization) {
        page.navigate(authorization.url());
        return new LoginPage(page);
    }

    public void signIn(String username, String password) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    public RegisterPage register() {
        page.locator("#kc-registration a").click();
        return new RegisterPage(page);
    }

    /** Waits for the message that refuses the name or the password. */
    public String error() {
        return page.locator("#input-error-username, #input-error").first().innerText();
    }
}
