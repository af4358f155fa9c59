package io.keyward.it.harness;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what a page must not do: ask another host, run into its Content-Security-Policy, or throw an error that nobody catches. */
public final class PageWatch {

    private static final String TOLD = "Keyward saw a violation: ";

    private final List<String> findings = new CopyOnWriteArrayList<>();

    private PageWatch() {}

    /**
     * From the next address on.
     *
     * @param home the only address, such as {@code http://localhost:8080}, whose host may be asked
     */
    public static PageWatch on(Page page, String home) {
        PageWatch watch = new PageWatch();
        String host = URI.create(home).getAuthority();
        page.addInitScript("document.addEventListener('securitypolicyviolation', event => console.error('" + TOLD
                + "' + event.violatedDirective + ' ' + event.blockedURI))");
        page.onRequest(request -> {
            URI asked = URI.create(request.url());
            if (asked.getScheme().startsWith("http") && !host.equals(asked.getAuthority())) {
                watch.findings.add("another host: " + asked.getAuthority());
            }
        });
        page.onConsoleMessage(message -> {
            if (message.text().contains(TOLD) || message.text().contains("Content Security Policy")) {
                watch.findings.add(message.text());
            }
        });
        page.onPageError(error -> watch.findings.add("uncaught: " + error));
        return watch;
    }

    /** Nothing, on a page that behaves. */
    public List<String> findings() {
        return List.copyOf(findings);
    }
}
