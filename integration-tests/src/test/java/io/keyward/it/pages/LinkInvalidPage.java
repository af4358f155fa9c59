package io.keyward.it.pages;

import com.microsoft.playwright.Page;

/** Says why a link does nothing, and offers a way on. */
public record LinkInvalidPage(Page page) {

    public boolean offersNewMail() {
        page.locator(".kw-page").waitFor();
        return page.locator("#keyward-new-mail").count() > 0;
    }

    public LinkInvalidPage askForNewMail() {
        page.locator("#keyward-new-mail").click();
        page.locator("#keyward-new-mail")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        return this;
    }

    public String text() {
        return page.locator("body").innerText();
    }
}
