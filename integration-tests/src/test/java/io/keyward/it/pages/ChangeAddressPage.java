package io.keyward.it.pages;

import com.microsoft.playwright.Page;

/** The page on which a mistyped, or missing, address is corrected. */
public record ChangeAddressPage(Page page) {

    public ChangeAddressPage shown() {
        page.locator("#keyward-address-form").waitFor();
        return this;
    }

    public String address() {
        return page.locator("#email").inputValue();
    }

    public WaitingPage change(String address) {
        page.locator("#email").fill(address);
        page.locator("#keyward-address-submit").click();
        return new WaitingPage(page);
    }

    public WaitingPage cancel() {
        page.locator("#keyward-cancel").click();
        return new WaitingPage(page);
    }

    public String error() {
        return page.locator("#input-error-email").innerText();
    }
}
