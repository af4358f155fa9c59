package io.keyward.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.theme.Theme;

final class MailsTest {

    private static final String LINK = "https://id.example.org/realms/demo/keyward/verify/abc?x=1&y=2";
    private static final String HOSTILE = "<script>alert(1)</script>";

    static Stream<Arguments> mails() {
        List<Arguments> all = new ArrayList<>();
        for (String theme : List.of("base", "keyward")) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es"))) {
                all.add(Arguments.of(theme, locale, "keyward-verify-email", Map.of("code", "1234 5678")));
                all.add(Arguments.of(theme, locale, "keyward-verify-email", Map.of()));
                all.add(Arguments.of(theme, locale, "keyward-account-exists", Map.of("verified", true)));
                all.add(Arguments.of(theme, locale, "keyward-account-exists", Map.of("verified", false)));
                all.add(Arguments.of(theme, locale, "keyward-reset-password", Map.of()));
                all.add(Arguments.of(theme, locale, "keyward-reset-explained", Map.of("reason", "no-password")));
                all.add(Arguments.of(theme, locale, "keyward-reset-explained", Map.of("reason", "other-address")));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{2} under {0} in {1} with {3}")
    @MethodSource("mails")
    void saysWhatToDoAndLoadsNothing(String theme, Locale locale, String mail, Map<String, Object> values) {
        Map<String, Object> model = with(values, "name", "Ada Lovelace", locale);

        String html = render(theme, "html/" + mail, locale, model);
        String text = render(theme, "text/" + mail, locale, model);

        assertThat(html).contains("href=\"" + LINK.replace("&", "&amp;") + "\"").contains("<bdi>Ada Lovelace</bdi>");
        assertThat(text).contains(LINK).contains("Ada Lovelace,").doesNotContain("&amp;", "<");
        for (String body : List.of(html, text)) {
            assertThat(body).doesNotContainPattern("keyward[A-Z]").contains("ada@example.org");
            assertThat(body.contains("1234 5678")).isEqualTo(values.containsKey("code"));
        }
        assertThat(html).doesNotContainIgnoringCase("<img", "src=", "url(", "@import");
    }

    @ParameterizedTest(name = "{2} under {0} in {1} with {3}")
    @MethodSource("mails")
    void carriesNoAdvertisementOfTheOneWhoSignsUp(
            String theme, Locale locale, String mail, Map<String, Object> values) {
        for (String name : List.of(
                HOSTILE,
                "You won! Visit evil.example/prize",
                "http://evil.example",
                "www.evil.example",
                "evil.example",
                "Call 0900 123456",
                "two\nlines",
                "x".repeat(61))) {
            Map<String, Object> model = with(values, "name", name, locale);

            assertThat(render(theme, "html/" + mail, locale, model)).doesNotContain("evil", "script>", "0900", "xxx");
            assertThat(render(theme, "text/" + mail, locale, model))
                    .doesNotContain("evil", "script>", "0900", "xxx", "two\nlines");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada Lovelace", "Łukasz Żółć", "ليلى العربي", "J. R. Smith", "Anne-Marie O’Neill", "李小龙"})
    void greetsPeopleByName(String name) {
        Map<String, Object> model = with(Map.of("code", "1234 5678"), "name", name, Locale.ENGLISH);

        assertThat(render("base", "text/keyward-verify-email", Locale.ENGLISH, model))
                .startsWith("Hello " + name + ",");
    }

    @Test
    void anAddressIsShownAsText() {
        Map<String, Object> model = with(Map.of("verified", true), "address", HOSTILE, Locale.ENGLISH);

        assertThat(render("keyward", "html/keyward-account-exists", Locale.ENGLISH, model))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain(HOSTILE);
    }

    @Test
    void keycloaksOwnMailsWearTheSameFrame() throws IOException, URISyntaxException {
        List<String> own = keycloaksMails();

        assertThat(own).contains("password-reset", "executeActions").hasSizeGreaterThan(15);
        for (String mail : own) {
            Map<String, Object> model =
                    with(Map.of("code", "1234 5678"), "newEmail", "new@example.org", Locale.ENGLISH);
            assertThat(render("keyward", "html/" + mail, Locale.ENGLISH, model))
                    .as(mail)
                    .contains("class=\"kw-card\"")
                    .doesNotContainIgnoringCase("<img");
        }
    }

    private static String render(String theme, String template, Locale locale, Map<String, Object> model) {
        return ThemeKit.of(theme, Theme.Type.EMAIL).render(template + ".ftl", locale, model);
    }

    private static Map<String, Object> with(Map<String, Object> values, String name, Object value, Locale locale) {
        Map<String, Object> model = SampleMails.common(locale);
        model.put("subject", "Subject");
        model.put("link", LINK);
        model.put("subjectKey", "emailTestSubject");
        model.put("messageKey", "emailTestBodyHtml");
        model.putAll(values);
        model.put(name, value);
        return model;
    }

    static List<String> keycloaksMails() throws IOException, URISyntaxException {
        URI folder = MailsTest.class
                .getClassLoader()
                .getResource("theme/base/email/html")
                .toURI();
        try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of());
                Stream<Path> files = Files.list(jar.getPath("theme/base/email/html"))) {
            return files.map(file -> file.getFileName().toString().replace(".ftl", ""))
                    .filter(mail -> !mail.equals("template"))
                    .toList();
        }
    }
}
