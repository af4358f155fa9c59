package io.keyward.it.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;

/** The part of a page where a password is chosen: the rules, and the meter. */
public record NewPassword(Page page, String field) {

    /** What the page asks for, in its order. */
    public List<String> rules() {
        return page.locator("#keyward-rules li").allInnerTexts().stream()
                .map(rule -> rule.replaceAll("\\s*\\(.*\\)$", "").strip())
                .toList();
    }

    public void type(String password) {
        page.locator("#" + field).fill(password);
    }

    /** Waits until the meter says so. */
    public void says(String verdict) {
        PlaywrightAssertions.assertThat(page.locator(".kw-meter-text"))
                .hasText(verdict, new LocatorAssertions.HasTextOptions().setTimeout(10_000));
    }

    /** Waits until the meter has made up its mind. */
    public String verdict() {
        page.waitForFunction("() => !['', document.getElementById('keyward-password').dataset.textChecking]"
                + ".includes(document.querySelector('.kw-meter-text').textContent)");
        return page.locator(".kw-meter-text").innerText();
    }

    /** 0 for what is not enough, 1 to 3 for how hard it is to guess. */
    public int level() {
        return Integer.parseInt(page.locator(".kw-meter").getAttribute("data-level"));
    }

    /** {@code met}, {@code broken} or {@code open}. */
    public String state(String rule) {
        return page.locator("#keyward-rules li")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(rule))
                .getAttribute("data-state");
    }
}
