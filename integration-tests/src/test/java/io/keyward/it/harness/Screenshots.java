package io.keyward.it.harness;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import java.util.List;
import java.util.function.Consumer;

/**
 * Pictures of a page as people see it: on a phone and on a desktop computer, light and dark. Of a page of the sign-in or of
 * the account console it is looked at, too, whether everybody can use it on a phone.
 */
public final class Screenshots {

    private static final int TALLEST = 4000;

    /** Keycloak's account console (26.7) gives the button for its menu in narrow windows no name. */
    private static final List<String> NAMELESS = List.of("[data-testid=options-kebab-toggle]");

    private Screenshots() {}

    /**
     * Writes {@code <name>-phone-light.png} and so on; the page is left as it was.
     *
     * @throws AssertionError when it is a page of the sign-in, or of the account console, and {@link Accessibility} finds something,
     *     or when a page of the sign-in has to be moved sideways on the phone
     */
    public static void take(Page page, String name) {
        take(page, name, looked -> Accessibility.checkWithout(looked, NAMELESS));
    }

    /**
     * As {@link #take(Page, String)}, for pages that are not ours altogether.
     *
     * @param check what stands in place of {@link Accessibility#check}
     */
    public static void take(Page page, String name, Consumer<Page> check) {
        ViewportSize before = page.viewportSize();
        take(page, name, "phone", 360, 740);
        boolean signIn = page.locator("body[data-page-id^=login-]").count() > 0;
        if (signIn || page.locator("body[data-page-id=account]").count() > 0) {
            check.accept(page);
        }
        if (signIn && !fits(page)) {
            throw new AssertionError(name + " is wider than a phone");
        }
        take(page, name, "desktop", 1280, 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(before.width, before.height);
    }

    private static void take(Page page, String name, String device, int width, int height) {
        page.setViewportSize(width, height);
        still(page);
        page.setViewportSize(width, Math.min(TALLEST, height + below(page)));
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            still(page);
            String file = name + "-" + device + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png";
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Settings.screenshots().resolve(file)));
        }
    }

    /** Writes {@code <name>.png}: what fits into the window of a desktop computer, of a page that is too long for a picture. */
    public static void window(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Settings.screenshots().resolve(name + ".png")));
    }

    /** Writes {@code <name>.png}: one part of a page, whole; the window is made as high as that takes. */
    public static void part(Page page, Locator part, String name) {
        ViewportSize before = page.viewportSize();
        page.setViewportSize(before.width, 1_600);
        still(page);
        part.screenshot(
                new Locator.ScreenshotOptions().setPath(Settings.screenshots().resolve(name + ".png")));
        page.setViewportSize(before.width, before.height);
    }

    /** Keycloak's consoles take a moment to follow the size of the window: waits until nothing moves any more. */
    private static void still(Page page) {
        page.waitForFunction(
                "() => { const before = window.keywardPlaces;"
                        + " window.keywardPlaces = [...document.querySelectorAll('body *')].map("
                        + "part => Object.values(part.getBoundingClientRect().toJSON()).join()).join(';');"
                        + " return window.keywardPlaces === before; }",
                null,
                new Page.WaitForFunctionOptions().setPollingInterval(300));
    }

    /** How much the console hides below its lower edge: it scrolls within the window. */
    private static int below(Page page) {
        return (Integer) page.evaluate("[0, ...[...document.querySelectorAll('main')].map("
                + "part => part.scrollHeight - part.clientHeight)].reduce((one, other) => Math.max(one, other))");
    }

    /** As {@link #take(Page, String)}, in a window so high that an element that scrolls by itself is seen whole. */
    public static void takeWhole(Page page, String name, String scroller) {
        ViewportSize before = page.viewportSize();
        // A console that was narrow once keeps its menu folded.
        int[][] windows = {{1280, 800}, {360, 740}};
        for (int[] window : windows) {
            page.setViewportSize(window[0], window[1]);
            fits(page);
            int hidden = (Integer) page.evaluate(
                    "selector => { const it = document.querySelector(selector); return it.scrollHeight - it.clientHeight; }",
                    scroller);
            take(page, name, window[0] < 500 ? "phone" : "desktop", window[0], Math.min(4_000, window[1] + hidden));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(before.width, before.height);
    }

    /** Whether the page can be read at the width of a phone without moving it sideways. */
    public static boolean fitsPhone(Page page) {
        ViewportSize before = page.viewportSize();
        page.setViewportSize(360, 740);
        boolean fits = fits(page);
        page.setViewportSize(before.width, before.height);
        return fits;
    }

    private static boolean fits(Page page) {
        try {
            page.waitForFunction(
                    "() => [document.documentElement, ...document.querySelectorAll('main')].every("
                            + "part => part.scrollWidth <= part.clientWidth)",
                    null,
                    new Page.WaitForFunctionOptions().setTimeout(3_000));
            return true;
        } catch (TimeoutError tooWide) {
            return false;
        }
    }
}
