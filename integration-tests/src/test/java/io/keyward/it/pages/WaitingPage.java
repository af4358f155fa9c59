package io.keyward.it.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The page that waits until the address is proved. */
public record WaitingPage(Page page) {

    /** Waits until the page is there. */
    public WaitingPage shown() {
        page.locator("#keyward-waiting").waitFor();
        return this;
    }

    public String address() {
        return page.locator("#keyward-waiting .kw-value").innerText();
    }

    public void enterCode(String code) {
        page.locator("#code").fill(code);
        page.locator("#keyward-code-submit").click();
    }

    /** Waits for the message beside the code. */
    public String codeError() {
        return page.locator("#input-error-code").innerText();
    }

    public Locator resendButton() {
        return page.locator("#keyward-resend");
    }

    /** Waits until the countdown is over and asks for another mail. */
    public WaitingPage resend() {
        page.locator("#keyward-resend:not([aria-disabled])").click();
        return this;
    }

    public ChangeAddressPage wrongAddress() {
        page.locator("#keyward-change").click();
        return new ChangeAddressPage(page);
    }

    public void goOn() {
        page.locator("#keyward-continue").click();
    }

    public String text() {
        return page.locator("body").innerText();
    }
}
