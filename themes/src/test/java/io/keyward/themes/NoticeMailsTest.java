package io.keyward.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.theme.Theme;

/** The mails about devices, passwords and addresses, in both languages and both kinds of theme. */
final class NoticeMailsTest {

    private static final String LINK = "https://id.example.org/realms/demo/keyward/not-me/abc?x=1&y=2";
    private static final String HOSTILE = "<b onclick=alert(1)>${realmName}</b>";
    private static final String ESCAPED = "&lt;b onclick=alert(1)&gt;${realmName}&lt;/b&gt;";
    private static final String WHEN = "22 November 2026 at 19:05 (Coordinated Universal Time)";

    static Stream<Arguments> mails() {
        List<Arguments> all = new ArrayList<>();
        for (String theme : List.of("base", "keyward")) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es"))) {
                for (String mail : List.of(
                        "new-device",
                        "token-reused",
                        "others-signed-out",
                        "password-changed",
                        "address-changed",
                        "choose-password")) {
                    all.add(Arguments.of(theme, locale, mail));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{2} under {0} in {1}")
    @MethodSource("mails")
    void saysWhatHappenedAndLoadsNothing(String theme, Locale locale, String mail) {
        Map<String, Object> model = model(locale, "Firefox on Fedora", "Harbour App");

        String html = render(theme, "html", mail, locale, model);
        String text = render(theme, "text", mail, locale, model);

        boolean linked = !mail.equals("address-changed");
        assertThat(html.contains("href=\"" + LINK.replace("&", "&amp;") + "\"")).isEqualTo(linked);
        assertThat(text.contains(LINK)).isEqualTo(linked);
        assertThat(text).contains("Ada Lovelace,").doesNotContain("&amp;", "<");
        boolean toldAtOnce = mail.equals("choose-password");
        boolean aboutADevice =
                List.of("new-device", "token-reused", "others-signed-out").contains(mail);
        for (String body : List.of(html, text)) {
            assertThat(body).doesNotContainPattern("keyward[A-Z]").contains("Harbour Books");
            assertThat(body.contains(WHEN)).isEqualTo(!toldAtOnce);
            assertThat(body.contains("Firefox on Fedora")).isEqualTo(aboutADevice);
        }
        assertThat(html).doesNotContainIgnoringCase("<img", "src=", "url(", "@import");
    }

    @ParameterizedTest(name = "{2} under {0} in {1}")
    @MethodSource("mails")
    void showsAsTextWhatUsersAndProgramsChose(String theme, Locale locale, String mail) {
        Map<String, Object> model = model(locale, HOSTILE, HOSTILE);
        List.of("browser", "os", "ip", "address", "name").forEach(value -> model.put(value, HOSTILE));

        String html = render(theme, "html", mail, locale, model);

        assertThat(html).doesNotContain("<b onclick");
        if (!List.of("password-changed", "choose-password").contains(mail)) {
            assertThat(html).contains(ESCAPED);
        }
    }

    @ParameterizedTest(name = "{2} under {0} in {1}")
    @MethodSource("mails")
    void leavesOutWhatIsNotKnown(String theme, Locale locale, String mail) {
        Map<String, Object> model = model(locale, "x", "x");
        List.of("device", "browser", "os", "ip", "app").forEach(model::remove);

        String text = render(theme, "text", mail, locale, model);

        assertThat(text).doesNotContain("null");
        assertThat(render(theme, "html", mail, locale, model)).doesNotContain("<bdi></bdi>", "null");
    }

    private static String render(String theme, String kind, String mail, Locale locale, Map<String, Object> model) {
        return ThemeKit.of(theme, Theme.Type.EMAIL).render(kind + "/keyward-" + mail + ".ftl", locale, model);
    }

    private static Map<String, Object> model(Locale locale, String device, String app) {
        Map<String, Object> model = new HashMap<>();
        model.put("locale", locale);
        model.put("ltr", true);
        model.put("subject", "Subject");
        model.put("realmName", "Harbour Books");
        model.put("name", "Ada Lovelace");
        model.put("address", "ada@example.org");
        model.put("link", LINK);
        model.put("linkHours", 24);
        model.put("when", WHEN);
        model.put("device", device);
        model.put("browser", "Firefox 128.0");
        model.put("os", "Fedora");
        model.put("ip", "192.0.2.1");
        model.put("app", app);
        model.put("method", "keywardMethodBrowser");
        model.put("byAdmin", false);
        return model;
    }
}
