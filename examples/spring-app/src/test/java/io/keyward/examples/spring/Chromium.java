package io.keyward.examples.spring;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real browser: the system's Chromium when there is one, else Playwright's own. */
final class Chromium implements AutoCloseable {

    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        Optional<Path> installed = installed();
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setHeadless(true)
                .setChromiumSandbox(!"root".equals(System.getProperty("user.name")))
                .setArgs(QUIET);
        installed.ifPresent(options::setExecutablePath);
        browser = playwright.chromium().launch(options);
    }

    /** A browser of its own: no cookies shared with another. */
    Page open() {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1280, 800));
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    /** Pictures on a phone and a desktop computer, light and dark. Says whether the page fits the phone's width. */
    static boolean looks(Page page, String name) {
        boolean fits = true;
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (boolean phone : List.of(true, false)) {
                page.setViewportSize(phone ? 360 : 1280, phone ? 740 : 800);
                fits &= (Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth");
                String file = "%s-%s-%s.png"
                        .formatted(
                                name, phone ? "phone" : "desktop", scheme.name().toLowerCase(java.util.Locale.ROOT));
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(System.getProperty("keyward.screenshots", "target/screenshots"), file)));
            }
        }
        return fits;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> installed() {
        String search = System.getenv().getOrDefault("PATH", "");
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(search.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
