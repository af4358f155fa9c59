package io.keyward.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
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

/** The texts of the pages in the admin console: those that the scripts ask for, in every language, and no others. */
final class AdminMessagesTest {

    private static final Path THEME = Path.of("src", "main", "resources", "theme", "keyward", "admin");
    private static final Path CODE = Path.of("..", "providers", "src", "main", "java", "io", "keyward");

    private static final Pattern STRING = Pattern.compile("\"([a-zA-Z][\\w.-]*)\"");
    private static final Pattern SAID = Pattern.compile("\\b(?:t|say)\\(\\s*\"([^\"]+)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern CONSTANT = Pattern.compile("^\\s+([A-Z][A-Z_]+)[,;(]?", Pattern.MULTILINE);
    private static final Pattern PURPOSES = Pattern.compile("PURPOSES = \\[(.*?)]", Pattern.DOTALL);

    /** Words of the API that get a text of their own, and the enum that holds them. */
    private static final Map<String, String> WORDS = Map.of(
            "mail.status", "mailoutbox/MailStatus",
            "mail.failure", "mailoutbox/MailFailure",
            "mail.report", "mailoutbox/DeliveryReport",
            "device.type", "devicesession/DeviceType",
            "device.method", "devicesession/SignInMethod",
            "proof.method", "emailverification/proof/ProofMethod",
            "proof.void", "emailverification/proof/VoidReason");

    private static final Properties ENGLISH = messages("en");

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void everyLanguageHasTheSameTexts(String language) {
        Properties other = messages(language);

        assertThat(other.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(ENGLISH.stringPropertyNames());
        for (String key : ENGLISH.stringPropertyNames()) {
            assertThat(other.getProperty(key)).as(key).isNotBlank();
            assertThat(arguments(other.getProperty(key))).as(key).isEqualTo(arguments(ENGLISH.getProperty(key)));
        }
    }

    @Test
    void noTextIsMissing() throws IOException {
        assertThat(ENGLISH.stringPropertyNames()).containsAll(found(SAID, scripts()));
    }

    @Test
    void noTextIsUnused() throws IOException {
        Set<String> used = found(STRING, scripts());
        used.addAll(words());

        assertThat(used).containsAll(ENGLISH.stringPropertyNames());
    }

    @Test
    void everyWordOfTheApiHasItsText() throws IOException {
        Set<String> prefixes = WORDS.keySet();
        Set<String> told = ENGLISH.stringPropertyNames().stream()
                .filter(key -> prefixes.stream().anyMatch(prefix -> key.startsWith(prefix + ".")))
                .collect(Collectors.toSet());

        assertThat(told).isSubsetOf(words());
        assertThat(ENGLISH.stringPropertyNames()).containsAll(words());
    }

    private static Set<String> words() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Map.Entry<String, String> word : WORDS.entrySet()) {
            String code = COMMENT.matcher(Files.readString(CODE.resolve(word.getValue() + ".java")))
                    .replaceAll("");
            String constants = code.substring(code.indexOf("enum "));
            Set<String> names = found(CONSTANT, constants.substring(0, constants.indexOf("public String")));
            assertThat(names).as(word.getValue()).isNotEmpty();
            names.forEach(name ->
                    keys.add(word.getKey() + "." + name.toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        Matcher purposes = PURPOSES.matcher(scripts());
        assertThat(purposes.find()).isTrue();
        found(STRING, purposes.group(1)).forEach(purpose -> keys.add("mail.purpose." + purpose));
        return keys;
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> all = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }

    private static Set<String> arguments(String text) {
        return found(ARGUMENT, text);
    }

    private static String scripts() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(THEME.resolve("resources"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".js")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static Properties messages(String language) {
        Properties texts = new Properties();
        Path file = THEME.resolve("messages").resolve("admin-messages_" + language + ".properties");
        try (Reader in = Files.newBufferedReader(file)) {
            texts.load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return texts;
    }
}
