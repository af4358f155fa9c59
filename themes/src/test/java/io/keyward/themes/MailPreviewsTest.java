package io.keyward.themes;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.themes.SampleMails.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every mail, by the templates and texts that ship, on one page for people to look at: {@code
 * themes/target/mail-previews/index.html}.
 */
final class MailPreviewsTest {

    private static final Path FOLDER = Path.of("target", "mail-previews");
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

    static Stream<Sample> samples() {
        return SampleMails.all().stream();
    }

    @Test
    void noMailIsMissing() throws Exception {
        Set<String> shown = samples().map(Sample::template).collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = new TreeSet<>(MailsTest.keycloaksMails());
        try (Stream<Path> ours =
                Files.list(Path.of("..", "providers/src/main/resources/theme-resources/templates/html"))) {
            ours.map(file -> file.getFileName().toString().replace(".ftl", "")).forEach(there::add);
        }

        assertThat(shown).isEqualTo(there);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void isOneDesignInEveryLanguageAndLoadsNothing(Sample sample) {
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            String html = sample.html(locale);
            String text = sample.text(locale);
            String name = sample.title() + " in " + language;

            assertThat(html)
                    .as(name)
                    .contains("class=\"kw-card\"", "<html lang=\"" + language + "\"")
                    .doesNotContainPattern("keyward[A-Z]")
                    .doesNotContainIgnoringCase("<img", "src=", "url(", "@import", "<script", "null");
            assertThat(text)
                    .as(name)
                    .isNotBlank()
                    .doesNotContainPattern("keyward[A-Z]")
                    .doesNotContain("<", "&amp;", "null", "\n\n\n\n");
            assertThat(html.contains(SampleMails.LINK.replace("&", "&amp;")))
                    .as("%s has the same link in both", name)
                    .isEqualTo(text.contains(SampleMails.LINK));
            assertThat(sample.subject(locale)).as(name).isNotBlank().doesNotContain("{", "KEYCLOAK", "Subject");
        }
    }

    @Test
    void allOnOnePage() throws IOException {
        Files.createDirectories(FOLDER);
        Path page = FOLDER.resolve("index.html");
        Files.writeString(page, new PreviewPage(LANGUAGES).of(SampleMails.all()));

        assertThat(Files.readString(page)).contains("keyward-new-device", "password-reset", "prefers-color-scheme");
    }
}
