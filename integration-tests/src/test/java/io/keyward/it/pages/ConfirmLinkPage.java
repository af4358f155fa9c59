package io.keyward.it.pages;

import com.microsoft.playwright.Page;

/** What the mailed link opens: a page with a button. */
public record ConfirmLinkPage(Page page) {

    public static ConfirmLinkPage open(Page page, String link) {
        page.navigate(link);
        return new ConfirmLinkPage(page);
    }

    /** Whether the page can confirm at all, or sends the person to the browser that is signed in. */
    public boolean canConfirm() {
        page.locator(".kw-facts").waitFor();
        return page.locator("#keyward-confirm").count() > 0;
    }

    public boolean asksForPassword() {
        page.locator(".kw-facts").waitFor();
        return page.locator("#password-new").count() > 0;
    }

    public String text() {
        return page.locator("body").innerText();
    }

    public LinkDonePage confirm() {
        page.locator("#keyward-confirm").click();
        return new LinkDonePage(page);
    }

    public LinkDonePage confirm(String newPassword) {
        page.locator("#password-new").fill(newPassword);
        page.locator("#password-confirm").fill(newPassword);
        return confirm();
    }
}
