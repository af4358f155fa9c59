package io.keyward.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.forms.login.MessageType;
import org.keycloak.theme.Theme;
import org.keycloak.theme.beans.MessagesPerFieldBean;

/** Every page in every state, in every language, under our theme and under those of Keycloak. */
final class PagesTest {

    private static final String HOSTILE = "<script>alert(1)</script>\"'${realm}";
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("keyward[A-Z]\\w+");
    private static final Pattern FORM = Pattern.compile("<(/?)form\\b");

    static Stream<Arguments> pages() {
        List<Arguments> all = new ArrayList<>();
        for (String theme : List.of("base", "keycloak", "keycloak.v2", "keyward")) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es"))) {
                states().forEach((state, model) -> all.add(Arguments.of(theme, locale, state, model)));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{2} under {0} in {1}")
    @MethodSource("pages")
    void isWholeAndShowsAsTextWhatUsersTyped(String theme, Locale locale, String state, Map<String, Object> model) {
        String page = state.substring(0, state.indexOf(' '));

        String html = ThemeKit.of(theme, Theme.Type.LOGIN)
                .render("keyward-" + page + ".ftl", locale, withCommons(model, locale));

        assertThat(html).contains("id=\"kc-page-title\"");
        assertThat(html).as("its own title").doesNotContain("<title>Sign in</title>");
        assertThat(html).doesNotContain("<script>alert(1)");
        assertThat(KEY.matcher(html).results().map(found -> found.group()).toList())
                .as("texts that were not found")
                .isEmpty();
        List<String> ids =
                ID.matcher(html).results().map(found -> found.group(1)).toList();
        assertThat(ids).doesNotHaveDuplicates();
        formsAreNotNested(html);
        if (model.toString().contains(HOSTILE)) {
            assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;${realm}");
        }
    }

    private static Map<String, Map<String, Object>> states() {
        Map<String, Map<String, Object>> states = new HashMap<>();
        Map<String, Object> waiting = Map.of(
                "address",
                HOSTILE,
                "codeLength",
                8,
                "resendIn",
                42,
                "resendsLeft",
                4,
                "canChangeAddress",
                true,
                "mailFailed",
                false,
                "statusUrl",
                "/realms/demo/keyward/verification?client_id=a&tab_id=b");
        states.put("verify-email waiting", Map.of("verification", waiting));
        states.put("verify-email wrong-code", Map.of("verification", waiting, "messagesPerField", error("code")));
        states.put("verify-email mail-failed", Map.of("verification", with(waiting, "mailFailed", true)));
        states.put("verify-email no-resends", Map.of("verification", with(waiting, "resendsLeft", 0)));
        states.put("verify-email fixed-address", Map.of("verification", with(waiting, "canChangeAddress", false)));
        states.put("change-address typo", Map.of("verification", Map.of("address", HOSTILE, "missing", false)));
        states.put(
                "change-address denied",
                Map.of(
                        "verification",
                        Map.of("address", "a@example.org", "entered", HOSTILE, "missing", false),
                        "messagesPerField",
                        error("email")));
        states.put("change-address missing", Map.of("verification", Map.of("missing", true)));
        states.put("change-address undelivered", Map.of("verification", Map.of("undelivered", HOSTILE, "later", true)));
        states.put(
                "change-address undelivered-again",
                Map.of(
                        "verification",
                        Map.of("undelivered", "a@example.org", "later", false, "entered", HOSTILE),
                        "messagesPerField",
                        error("email")));
        Map<String, Object> confirm = Map.of(
                "address",
                HOSTILE,
                "name",
                HOSTILE,
                "createdAt",
                "22 November 2026",
                "realmName",
                HOSTILE,
                "needsPassword",
                false,
                "refused",
                false,
                "action",
                "/realms/demo/keyward/verify/x");
        states.put("confirm-link plain", Map.of("confirm", confirm));
        states.put("confirm-link password", Map.of("confirm", with(confirm, "needsPassword", true)));
        states.put(
                "confirm-link password-error",
                Map.of("confirm", with(confirm, "needsPassword", true), "messagesPerField", error("password-new")));
        states.put("confirm-link refused", Map.of("confirm", with(confirm, "refused", true)));
        for (String where : List.of("same-browser", "elsewhere", "waiting-tab")) {
            states.put(
                    "link-done " + where,
                    Map.of("done", Map.of("address", HOSTILE, "name", HOSTILE, "where", where, "signInUrl", "/s")));
        }
        states.put(
                "link-done go-on",
                Map.of(
                        "done",
                        Map.of("address", HOSTILE, "name", HOSTILE, "where", "same-browser", "continueUrl", "/c")));
        for (String reason : List.of("expired", "used", "superseded", "unknown")) {
            states.put("link-invalid " + reason, Map.of("invalid", Map.of("reason", reason, "sent", false)));
            states.put(
                    "link-invalid way-on-" + reason,
                    Map.of(
                            "invalid",
                            Map.of("reason", reason, "sent", false, "resendAction", "/r", "signInUrl", "/s")));
        }
        states.put("link-invalid sent", Map.of("invalid", Map.of("reason", "expired", "sent", true)));
        states.put("device-limit one", Map.of("signedInOn", 1));
        states.put("device-limit many", Map.of("signedInOn", 10));
        states.put("sign-in-over plain", Map.of());
        notMe(states);
        reset(states);
        return states;
    }

    private static void reset(Map<String, Map<String, Object>> states) {
        Map<String, Object> reset = Map.of(
                "address",
                HOSTILE,
                "username",
                HOSTILE,
                "name",
                "Ada Lovelace",
                "realmName",
                HOSTILE,
                "proves",
                false,
                "action",
                "/realms/demo/keyward/reset-password/x");
        states.put("reset-sent typed", Map.of("sent", Map.of("to", HOSTILE)));
        states.put("reset-password plain", Map.of("reset", reset));
        states.put("reset-password no-rules", Map.of("reset", reset, "kwPage", Map.of()));
        states.put("reset-password no-facts", with(Map.of("reset", reset), "kwPage", null));
        states.put("reset-password proves", Map.of("reset", with(reset, "proves", true)));
        states.put("reset-password weak", Map.of("reset", reset, "messagesPerField", error("password-new")));
        states.put(
                "reset-done named",
                Map.of("done", Map.of("address", HOSTILE, "name", HOSTILE + HOSTILE, "signInUrl", "/s")));
        states.put(
                "reset-done unnamed", Map.of("done", Map.of("address", HOSTILE, "name", HOSTILE, "signInUrl", "/s")));
        for (String reason : List.of("expired", "used", "superseded", "unknown", "elsewhere")) {
            states.put("reset-invalid " + reason, Map.of("invalid", Map.of("reason", reason, "signInUrl", "/s")));
            states.put(
                    "reset-invalid again-" + reason,
                    Map.of("invalid", Map.of("reason", reason, "signInUrl", "/s", "againUrl", "/r")));
        }
    }

    private static List<Map<String, Object>> rules() {
        return Stream.of(
                        "Length",
                        "Lengths",
                        "MaxLength",
                        "UpperCase",
                        "LowerCase",
                        "Digits",
                        "SpecialChars",
                        "NotUsername",
                        "NotContainsUsername",
                        "NotContainsEmail",
                        "NotEmail",
                        "NotCommon",
                        "History")
                .flatMap(rule -> Stream.of(0, 1, 12)
                        .map(number -> Map.<String, Object>of(
                                "key", "keywardRule" + rule, "number", number, "other", 64, "checks", "length:1")))
                .toList();
    }

    private static void notMe(Map<String, Map<String, Object>> states) {
        Map<String, Object> notMe = Map.of(
                "device", HOSTILE,
                "when", "22 November 2026 at 19:05 (Coordinated Universal Time)",
                "method", "keywardMethodProvider",
                "realmName", HOSTILE,
                "action", "/realms/demo/keyward/not-me/x");
        states.put("not-me device", Map.of("notMe", notMe));
        states.put("not-me device-gone", Map.of("notMe", Map.of("when", "now", "realmName", "Demo", "action", "/x")));
        for (String next : List.of("mailed", "mailed-elsewhere", "elsewhere", "no-password", "ask")) {
            states.put("not-me-done " + next, Map.of("done", Map.of("next", next)));
        }
        for (String reason : List.of("expired", "used", "superseded", "unknown")) {
            states.put("not-me-invalid " + reason, Map.of("invalid", Map.of("reason", reason, "signInUrl", "/s")));
        }
    }

    private static Map<String, Object> with(Map<String, Object> bean, String name, Object value) {
        Map<String, Object> copy = new HashMap<>(bean);
        copy.put(name, value);
        return copy;
    }

    private static MessagesPerFieldBean error(String field) {
        MessagesPerFieldBean errors = new MessagesPerFieldBean();
        errors.addMessage(field, "Not right: " + HOSTILE, MessageType.ERROR);
        return errors;
    }

    private static Map<String, Object> withCommons(Map<String, Object> model, Locale locale) {
        Map<String, Object> all = new HashMap<>();
        all.put("messagesPerField", new MessagesPerFieldBean());
        all.put("kwPage", Map.of("passwordRules", rules(), "passwordCheckUrl", "/check", "newBrowser", true));
        all.put(
                "url",
                Map.of(
                        "resourcesPath", "/resources/x/login/t",
                        "resourcesCommonPath", "/resources/x/common/keycloak",
                        "loginUrl", "/realms/demo/login-actions/authenticate?a=b&c=d",
                        "loginAction", "/realms/demo/login-actions/authenticate?a=b&c=d",
                        "loginRestartFlowUrl", "/restart",
                        "ssoLoginInOtherTabsUrl", "/other-tab"));
        all.put("realm", Map.of("internationalizationEnabled", false, "displayNameHtml", "Demo"));
        all.put("lang", locale.toLanguageTag());
        all.put("title", "Sign in");
        all.put("pageId", "page");
        all.put("darkMode", true);
        all.put("scripts", List.of());
        all.putAll(model);
        return all;
    }

    private static void formsAreNotNested(String html) {
        int open = 0;
        Matcher matcher = FORM.matcher(html);
        while (matcher.find()) {
            open += matcher.group(1).isEmpty() ? 1 : -1;
            assertThat(open).isBetween(0, 1);
        }
        assertThat(open).isZero();
    }
}
