package io.keyward.it.pages;

import com.microsoft.playwright.Page;

/** What the link in the mail opens: a form for the new password. */
public record ResetPage(Page page) {

    public static ResetPage open(Page page, String link) {
        page.navigate(link);
        page.locator("#keyward-reset-form").waitFor();
        return new ResetPage(page);
    }

    public String text() {
        return page.locator("body").innerText();
    }

    public void choose(String password, String repeated) {
        page.locator("#password-new").fill(password);
        page.locator("#password-confirm").fill(repeated);
        page.locator("#keyward-reset").click();
    }

    /** Waits for the message below a field. */
    public String error(String field) {
        return page.locator("#input-error-" + field).innerText();
    }

    /** Waits for the page that says it is done. */
    public String done() {
        page.locator("#keyward-reset-done").waitFor();
        return page.locator("body").innerText();
    }
}
