package io.keyward.themes;

import io.keyward.themes.SampleMails.Sample;
import java.util.List;
import java.util.Locale;

/** A page that shows mails side by side, each in a frame of its own: one language at a time, narrow or wide, light or dark. */
final class PreviewPage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Keyward: all mails</title>
            <style>
            body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: #1b2430; background: #fff; }
            header { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; padding: .75rem 1.5rem; background: #fff; border-bottom: 1px solid #d6dde5; }
            h1 { margin: 0; font-size: 1.125rem; }
            main { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 34rem), 1fr)); gap: 2rem 1.5rem; padding: 1.5rem; }
            h2 { margin: 0; font-size: 1rem; }
            article p { margin: 0 0 .5rem; color: #4b5666; }
            iframe, pre { box-sizing: border-box; inline-size: 100%; block-size: 46rem; margin: 0; border: 1px solid #7c8796; border-radius: 6px; }
            pre { padding: 1rem; overflow: auto; white-space: pre-wrap; font-size: 13px; }
            body:has(#narrow:checked) :is(iframe, pre) { max-inline-size: 20rem; }
            iframe { color-scheme: light; }
            body:has(#dark:checked) iframe { color-scheme: dark; }
            body:not(:has(#text:checked)) pre, body:has(#text:checked) iframe { display: none; }
            """;

    private final List<String> languages;

    PreviewPage(List<String> languages) {
        this.languages = languages;
    }

    String of(List<Sample> samples) {
        StringBuilder page = new StringBuilder(HEAD);
        for (String language : languages) {
            page.append("body:not(:has(#%1$s:checked)) .%1$s { display: none; }\n".formatted(language));
        }
        page.append("</style>\n</head>\n<body>\n<header>\n<h1>All mails</h1>\n<div>\n");
        for (String language : languages) {
            page.append("<label><input type=\"radio\" name=\"language\" id=\"%1$s\"%2$s> %1$s</label>\n"
                    .formatted(language, language.equals("en") ? " checked" : ""));
        }
        page.append("</div>\n");
        for (String choice : List.of("narrow", "dark", "text")) {
            page.append("<label><input type=\"checkbox\" id=\"%1$s\"> %1$s</label>\n".formatted(choice));
        }
        page.append("</header>\n<main>\n");
        samples.forEach(sample -> languages.forEach(language -> article(page, sample, language)));
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void article(StringBuilder page, Sample sample, String language) {
        Locale locale = Locale.forLanguageTag(language);
        page.append("""
                <article class="%s" id="%s">
                <h2>%s</h2>
                <p lang="%1$s">%s</p>
                <iframe title="%3$s" loading="lazy" sandbox srcdoc="%s"></iframe>
                <pre lang="%1$s">%s</pre>
                </article>
                """.formatted(
                        language,
                        sample.title().replaceAll("[^a-zA-Z_-]+", "-") + "-" + language,
                        escaped(sample.title()),
                        escaped(sample.subject(locale)),
                        escaped(sample.html(locale)),
                        escaped(sample.text(locale))));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
