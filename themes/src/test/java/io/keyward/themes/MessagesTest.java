package io.keyward.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MessagesTest {

    private static final Path PROVIDERS = Path.of("..", "providers", "src", "main");
    private static final Pattern USED_BY_TEMPLATES = Pattern.compile("msg\\(\"(\\w[\\w.-]*)\"");
    private static final Pattern USED_BY_CODE = Pattern.compile("\"(keyward[A-Z]\\w*)\"");
    private static final Pattern USED_BY_REALM = Pattern.compile("\\$\\{(keyward[A-Z]\\w*)}");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

    /** Looked up by Keycloak, under a name made of the id of the required action or password policy. */
    private static final Set<String> USED_BY_KEYCLOAK = Set.of(
            "passwordPoliciesHelp.keyward-common-passwords",
            "requiredAction.keyward-verify-email",
            "requiredAction.keyward-devices",
            "requiredAction.keyward-other-address");

    private final Properties english = ThemeKit.addedMessages("en");

    @ParameterizedTest
    @ValueSource(strings = {"de"})
    void everyLanguageHasTheSameTexts(String language) {
        Properties other = ThemeKit.addedMessages(language);

        assertThat(other.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(other.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyTextIsAPatternWithoutQuotes(String language) {
        Properties messages = ThemeKit.addedMessages(language);

        for (String key : messages.stringPropertyNames()) {
            String text = messages.getProperty(key);
            assertThat(text).as(key).isNotBlank().doesNotContain("'").doesNotContain("<p", "<a ");
            assertThat(new MessageFormat(text, Locale.forLanguageTag(language)).format(new Object[] {7}))
                    .as(key)
                    .doesNotContain("{");
        }
    }

    @Test
    void oneAndManyAreTold() {
        MessageFormat tries = new MessageFormat(english.getProperty("keywardCodeWrong"), Locale.ENGLISH);

        assertThat(tries.format(new Object[] {1})).endsWith("One try left.");
        assertThat(tries.format(new Object[] {3})).endsWith("3 tries left.");
    }

    @Test
    void noTextIsMissingAndNoneIsUnused() throws IOException {
        Set<String> used = new TreeSet<>(USED_BY_KEYCLOAK);
        used.addAll(keys(PROVIDERS.resolve("resources/theme-resources/templates"), ".ftl", USED_BY_TEMPLATES));
        used.addAll(keys(PROVIDERS.resolve("java"), ".java", USED_BY_CODE));
        used.addAll(keys(Path.of("..", "realm-config"), "-realm.json", USED_BY_REALM));
        used.removeIf(key -> !key.contains("keyward"));

        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(used);
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = ARGUMENT.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Set<String> keys(Path folder, String ending, Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }
}
