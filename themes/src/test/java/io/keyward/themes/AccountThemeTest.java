package io.keyward.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.theme.PropertiesUtil;

/** The account theme: its texts, in the form that i18next reads, and its scripts. */
final class AccountThemeTest {

    private static final Path THEME = Path.of("src", "main", "resources", "theme", "keyward", "account");
    private static final Path SCRIPTS = THEME.resolve("resources").resolve("devices");
    private static final Pattern USED = Pattern.compile("\"(keyward[A-Z]\\w*)\"");
    private static final Pattern PLURAL = Pattern.compile("_(one|other)$");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\{(\\w+)}}");

    /** What content.json hides an entry by: a feature that no Keycloak has. */
    private static final String NEVER = "keywardNever";

    private final Properties english = messages("en");

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void everyLanguageHasTheSameTexts(String language) {
        Properties other = messages(language);

        assertThat(other.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            String text = other.getProperty(key);
            assertThat(text).as(key).isNotBlank().doesNotContain("'", "<");
            assertThat(arguments(text)).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    @Test
    void noTextIsMissingAndNoneIsUnused() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : withEnding(THEME.resolve("resources"), ".js", "content.json")) {
            Matcher matcher = USED.matcher(Files.readString(file));
            while (matcher.find()) {
                used.add(matcher.group(1));
            }
        }
        used.remove(NEVER);
        Set<String> shared = ThemeKit.addedMessages("en").stringPropertyNames();
        Set<String> own = english.stringPropertyNames().stream()
                .map(key -> PLURAL.matcher(key).replaceFirst(""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(own).doesNotContainAnyElementsOf(shared);
        assertThat(used.stream().filter(key -> !shared.contains(key))).containsExactlyInAnyOrderElementsOf(own);
    }

    @Test
    void nothingComesFromElsewhereAndNothingIsWrittenAsMarkup() throws IOException {
        for (Path file : withEnding(THEME, ".js", ".css")) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContain("http:", "https:", "@import", "url(", "innerHTML", "eval(", "style: {");
        }
    }

    @Test
    void theParentAndTheStylesAreThere() throws IOException {
        Properties theme = read(THEME.resolve("theme.properties"));

        assertThat(theme.getProperty("parent")).isEqualTo("keycloak.v3");
        for (String style : theme.getProperty("styles").split(" ")) {
            assertThat(THEME.resolve("resources").resolve(style)).exists();
        }
        assertThat(SCRIPTS.resolve("page.js")).content().contains("export default function");
        assertThat(THEME.resolve("resources/content.json")).content().contains("\"/devices/page.js\"");
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = ARGUMENT.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static List<Path> withEnding(Path folder, String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .toList();
        }
    }

    private static Properties messages(String language) {
        try {
            return read(THEME.resolve("messages").resolve("messages_" + language + ".properties"));
        } catch (IOException missing) {
            throw new AssertionError(language, missing);
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            PropertiesUtil.readCharsetAware(properties, in);
        }
        return properties;
    }
}
