package io.keyward.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;

/**
 * What <a href="https://github.com/dequelabs/axe-core">axe</a> finds on a page as it is now, light and dark: the rules of WCAG 2.2
 * up to level AA and what axe calls best practice. Frames are not looked into.
 */
public final class Accessibility {

    private static final String RUN = """
            async ([within, without]) => {
              const scope = within ? {include: [[within]]} : {exclude: without.map(selector => [selector])};
              const options = {
                iframes: false,
                resultTypes: ['violations'],
                // Where a part stands among landmarks is the frame's matter.
                rules: {region: {enabled: !within}},
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              };
              const found = await window.axe.run(within || without.length > 0 ? scope : document, options);
              return JSON.stringify(found.violations.flatMap(rule => rule.nodes.map(
                node => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ')}`)));
            }
            """;

    private Accessibility() {}

    /** Fails with every violation that axe finds. The page keeps its size and is light afterwards. */
    public static void check(Page page) {
        checkWithout(page, List.of());
    }

    /**
     * As {@link #check}, but for parts of the page.
     *
     * @param without CSS selectors of what is not looked at: parts that are Keycloak's own, for a reason to be given beside it
     */
    public static void checkWithout(Page page, List<String> without) {
        check(page, "", without);
    }

    /**
     * As {@link #check}, but within one part of a page whose frame is not ours.
     *
     * @param within the CSS selector of the part
     */
    public static void checkWithin(Page page, String within) {
        check(page, within, List.of());
    }

    private static void check(Page page, String within, List<String> without) {
        if (!(Boolean) page.evaluate("typeof window.axe === 'object'")) {
            page.evaluate(script());
        }
        TreeSet<String> found = new TreeSet<>();
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (JsonNode violation : Json.read((String) page.evaluate(RUN, List.of(within, without)))) {
                found.add(scheme + ": " + violation.asText());
            }
        }
        if (!found.isEmpty()) {
            throw new AssertionError(page.url() + " is hard to use for some:\n" + String.join("\n", found));
        }
    }

    private static String script() {
        try (InputStream axe = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            // Nothing is returned, so that Playwright need not carry it over.
            return new String(axe.readAllBytes(), StandardCharsets.UTF_8) + ";undefined";
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
