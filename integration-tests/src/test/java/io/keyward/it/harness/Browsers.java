package io.keyward.it.harness;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Real browsers for a test. Each one that {@link #open()} gives is on its own: no cookies shared with another. Register it
 * with {@code @RegisterExtension}. When a test fails, pictures of all open pages are kept.
 */
public final class Browsers implements BeforeEachCallback, AfterEachCallback {

    private final List<BrowserContext> contexts = new ArrayList<>();
    private Keyward keyward;

    /** A browser in English with the window of a desktop computer. */
    public Page open() {
        return open("en-US");
    }

    /** A browser whose person reads the language, such as {@code de-DE}. */
    public Page open(String locale) {
        return open(new NewContextOptions().setLocale(locale));
    }

    /** A browser in English that runs no scripts of the pages. */
    public Page openWithoutScripts() {
        return open(new NewContextOptions().setLocale("en-US").setJavaScriptEnabled(false));
    }

    private Page open(NewContextOptions options) {
        BrowserContext context = keyward.chromium().browser().newContext(options.setViewportSize(1280, 800));
        context.setDefaultTimeout(15_000);
        contexts.add(context);
        return context.newPage();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        keyward = Keyward.running();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            String test = context.getRequiredTestClass().getSimpleName() + "-"
                    + context.getRequiredTestMethod().getName();
            keepPictures(test);
        }
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    private void keepPictures(String test) {
        int number = 0;
        for (BrowserContext context : contexts) {
            for (Page page : context.pages()) {
                try {
                    page.screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Settings.screenshots().resolve("failed").resolve(test + "-" + ++number + ".png")));
                } catch (PlaywrightException gone) {
                    // The failure itself is what counts.
                }
            }
        }
    }
}
