package io.keyward.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.theme.PropertiesUtil;
import org.keycloak.theme.Theme;

/** The texts of keyward.jar, and those that only the theme's own pages and mails use. */
final class MessagesTest {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");
    private static final Path PROVIDERS = Path.of("..", "providers", "src", "main");
    private static final Path THEME = Path.of("src", "main", "resources", "theme", "keyward");
    private static final Path ADDED = PROVIDERS.resolve("resources/theme-resources/messages");
    private static final List<Path> BUNDLES =
            List.of(ADDED, THEME.resolve("login/messages"), THEME.resolve("email/messages"));

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

    static Stream<Arguments> bundles() {
        return BUNDLES.stream().flatMap(folder -> LANGUAGES.stream().map(language -> Arguments.of(folder, language)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageHasTheSameTexts(Path folder, String language) {
        Properties english = read(folder, "en");
        Properties other = read(folder, language);

        assertThat(other.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(other.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsAPatternWithoutQuotes(Path folder, String language) {
        Properties messages = read(folder, language);

        for (String key : messages.stringPropertyNames()) {
            String text = messages.getProperty(key);
            assertThat(text).as(key).isNotBlank().doesNotContain("'").doesNotContain("<p>", "<p ", "<a ");
            assertThat(new MessageFormat(text, Locale.forLanguageTag(language)).format(new Object[] {7, 8}))
                    .as(key)
                    .doesNotContain("{");
        }
    }

    /** A text that was forgotten in a language looks like the English one. */
    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsTranslated(Path folder, String language) {
        Properties english = read(folder, "en");
        Properties other = read(folder, language);

        assertThat(english.stringPropertyNames())
                .filteredOn(key -> !language.equals("en")
                        && english.getProperty(key).contains(" ")
                        && !english.getProperty(key).startsWith("{0,date"))
                .allSatisfy(key -> assertThat(other.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key)));
    }

    @Test
    void everyLanguageIsOneOfTheRealms() throws IOException {
        String realm = Files.readString(Path.of("..", "realm-config", "keyward-realm.json"));

        assertThat(realm)
                .contains(LANGUAGES.stream()
                        .map(language -> "\"" + language + "\"")
                        .collect(java.util.stream.Collectors.joining(", ", "\"supportedLocales\": [", "]")));
        for (Path folder : BUNDLES) {
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrderElementsOf(LANGUAGES.stream()
                                .map(language -> "messages_" + language + ".properties")
                                .toList());
            }
        }
    }

    @Test
    void oneAndManyAreTold() {
        MessageFormat tries = new MessageFormat(read(ADDED, "en").getProperty("keywardCodeWrong"), Locale.ENGLISH);

        assertThat(tries.format(new Object[] {1})).endsWith("One try left.");
        assertThat(tries.format(new Object[] {3})).endsWith("3 tries left.");
    }

    @Test
    void noTextOfTheJarIsMissingAndNoneIsUnused() throws IOException {
        Set<String> used = new TreeSet<>(USED_BY_KEYCLOAK);
        used.addAll(keys(PROVIDERS.resolve("resources/theme-resources/templates"), ".ftl", USED_BY_TEMPLATES));
        used.addAll(keys(PROVIDERS.resolve("java"), ".java", USED_BY_CODE));
        used.addAll(keys(Path.of("..", "realm-config"), "-realm.json", USED_BY_REALM));
        used.removeIf(key -> !key.contains("keyward"));

        assertThat(read(ADDED, "en").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void noTextOfTheThemeIsMissingAndNoneIsUnused() throws IOException {
        for (String type : List.of("login", "email")) {
            Set<String> used = keys(THEME.resolve(type), ".ftl", USED_BY_TEMPLATES);
            used.removeIf(key -> !key.contains("keyward"));
            used.removeAll(read(ADDED, "en").stringPropertyNames());
            List<String> own = new ArrayList<>(
                    read(THEME.resolve(type).resolve("messages"), "en").stringPropertyNames());
            own.removeIf(key -> !key.contains("keyward"));

            assertThat(own).as(type).containsExactlyInAnyOrderElementsOf(used);
        }
    }

    /** In place of a subject, or of what a page says; one that Keycloak does not have would never be seen. */
    @ParameterizedTest
    @CsvSource({"EMAIL, .*Subject", "LOGIN, cookieNotFoundMessage|loginTimeout"})
    void whatIsNotNamedAfterUsReplacesATextOfKeycloaks(Theme.Type type, String which) throws IOException {
        Properties keycloaks = ThemeKit.of("base", type).getMessages(Locale.ENGLISH);

        assertThat(read(THEME.resolve(type.name().toLowerCase(Locale.ROOT)).resolve("messages"), "en")
                        .stringPropertyNames())
                .filteredOn(key -> !key.contains("keyward"))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(keycloaks).containsKey(key))
                .allSatisfy(key -> assertThat(key).matches(which));
    }

    private static Properties read(Path folder, String language) {
        Properties messages = new Properties();
        try (var in = Files.newInputStream(folder.resolve("messages_" + language + ".properties"))) {
            PropertiesUtil.readCharsetAware(messages, in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return messages;
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
