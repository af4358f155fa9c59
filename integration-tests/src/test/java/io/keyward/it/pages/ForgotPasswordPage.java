package io.keyward.it.pages;

import com.microsoft.playwright.Page;

/** Asks for a username or an address, and says that a mail is on its way if there is somebody to get it. */
public record ForgotPasswordPage(Page page) {

    /** From the sign-in page. */
    public ForgotPasswordPage open() {
        page.locator("a[href*=reset-credentials]").click();
        page.locator("#kc-reset-password-form").waitFor();
        return this;
    }

    public void ask(String name) {
        page.locator("#username").fill(name);
        page.locator("#kc-reset-password-form [type=submit]").click();
    }

    /** Waits for the answer. */
    public String answer() {
        page.locator("#keyward-reset-sent").waitFor();
        return page.locator("body").innerText();
    }

    public void again() {
        page.locator("#keyward-again").click();
        page.locator("#kc-reset-password-form").waitFor();
    }

    public LoginPage backToSignIn() {
        page.locator("#keyward-sign-in").click();
        page.locator("#kc-login").waitFor();
        return new LoginPage(page);
    }
}
