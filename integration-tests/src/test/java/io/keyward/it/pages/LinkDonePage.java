package io.keyward.it.pages;

import com.microsoft.playwright.Page;

/** Says what was confirmed and for whom. */
public record LinkDonePage(Page page) {

    /** Waits until the page is there: confirmed, and no button to confirm any more. */
    public LinkDonePage shown() {
        page.locator(".kw-page:not(:has(form)) .kw-facts").waitFor();
        return this;
    }

    public String text() {
        return page.locator("body").innerText();
    }

    public boolean offersSignIn() {
        return page.locator("#keyward-sign-in").count() > 0;
    }

    public LoginPage signIn() {
        page.locator("#keyward-sign-in").click();
        return new LoginPage(page);
    }

    public void goOn() {
        page.locator("#keyward-go-on").click();
    }
}
