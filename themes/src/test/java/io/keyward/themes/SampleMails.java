package io.keyward.themes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.email.freemarker.beans.EventBean;
import org.keycloak.events.Event;
import org.keycloak.theme.Theme;
import org.keycloak.theme.beans.LinkExpirationFormatterMethod;

/** Every mail that people can get, Keyward's and Keycloak's, with what a sender puts into it. */
final class SampleMails {

    static final String LINK =
            "https://id.example.org/realms/demo/keyward/verify/RFqN1wJ5vXc0kTz8mYbLhD3sGeUaPiOxQyWtVnZrKfM?client=shop&tab=2";

    private static final List<Sample> ALL = List.of(
            of("keyward-verify-email", "with-code", "keywardVerifyEmailSubject", Map.of("code", "4821 0937")),
            of("keyward-verify-email", "link-only", "keywardVerifyEmailSubject", Map.of()),
            of("keyward-account-exists", "verified", "keywardAccountExistsSubject", Map.of("verified", true)),
            of("keyward-account-exists", "unverified", "keywardAccountExistsSubject", Map.of("verified", false)),
            of("keyward-reset-password", "", "keywardResetSubject", Map.of()),
            of(
                    "keyward-reset-explained",
                    "no-password",
                    "keywardResetExplainedSubject",
                    Map.of("reason", "no-password")),
            of(
                    "keyward-reset-explained",
                    "other-address",
                    "keywardResetExplainedSubject",
                    Map.of("reason", "other-address")),
            of("keyward-choose-password", "", "keywardChooseSubject", Map.of()),
            of("keyward-new-device", "", "keywardNewDeviceSubject", Map.of()),
            of(
                    "keyward-new-device",
                    "long-and-right-to-left",
                    "keywardNewDeviceSubject",
                    Map.of(
                            "name",
                            "ليلى العربي",
                            "device",
                            "حاسوب ليلى المحمول الموجود في غرفة المكتب بالطابق الثاني هنا")),
            of("keyward-token-reused", "", "keywardReusedSubject", Map.of()),
            of("keyward-others-signed-out", "", "keywardOthersOutSubject", Map.of()),
            of("keyward-password-changed", "", "keywardPasswordChangedSubject", Map.of()),
            of("keyward-password-changed", "by-admin", "keywardPasswordChangedSubject", Map.of("byAdmin", true)),
            of("keyward-address-changed", "", "keywardAddressChangedSubject", Map.of()),
            of("password-reset", "", "passwordResetSubject", Map.of()),
            of("email-verification", "", "emailVerificationSubject", Map.of()),
            of("email-verification-with-code", "", "emailVerificationSubject", Map.of("code", "4821 0937")),
            of("email-update-confirmation", "", "emailUpdateConfirmationSubject", Map.of()),
            of("executeActions", "", "executeActionsSubject", Map.of()),
            of("identity-provider-link", "", "identityProviderLinkSubject", Map.of()),
            of("org-invite", "", "orgInviteSubject", Map.of()),
            of("verifiable-credential-offer", "", "verifiableCredentialOfferSubject", Map.of()),
            of(
                    "workflow-notification",
                    "",
                    "accountDisableNotificationSubject",
                    Map.of("messageKey", "accountDisableNotificationBody")),
            of("event-login_error", "", "eventLoginErrorSubject", Map.of()),
            of("event-update_password", "", "eventUpdatePasswordSubject", Map.of()),
            of("event-update_totp", "", "eventUpdateTotpSubject", Map.of()),
            of("event-remove_totp", "", "eventRemoveTotpSubject", Map.of()),
            of("event-update_credential", "", "eventUpdateCredentialSubject", Map.of()),
            of("event-remove_credential", "", "eventRemoveCredentialSubject", Map.of()),
            of("event-user_disabled_by_temporary_lockout", "", "eventUserDisabledByTemporaryLockoutSubject", Map.of()),
            of("event-user_disabled_by_permanent_lockout", "", "eventUserDisabledByPermanentLockoutSubject", Map.of()),
            of("email-test", "", "emailTestSubject", Map.of()));

    private SampleMails() {}

    /**
     * @param template without folder and ending
     * @param state which of several that the template has; may be empty
     * @param subject key of the subject
     * @param values beside those that all have
     */
    record Sample(String template, String state, String subject, Map<String, Object> values) {

        String title() {
            return state.isEmpty() ? template : template + ": " + state;
        }

        String html(Locale locale) {
            return render("html/", locale);
        }

        String text(Locale locale) {
            return render("text/", locale);
        }

        /** As Keycloak makes it: of the text with the names in it. */
        String subject(Locale locale) {
            String argument = subject.startsWith("keyward")
                    ? "Harbour Books"
                    : template.equals("org-invite") ? "Harbour Crew" : "Other Harbour";
            try {
                String pattern = theme().getMessages(locale).getProperty(subject);
                return new java.text.MessageFormat(pattern, locale).format(new Object[] {argument, 3});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String render(String folder, Locale locale) {
            return theme().render(folder + template + ".ftl", locale, model(locale));
        }

        private Map<String, Object> model(Locale locale) {
            Map<String, Object> model = common(locale);
            model.put("subject", subject(locale));
            model.putAll(values);
            return model;
        }

        private static ThemeKit theme() {
            return ThemeKit.of("keyward", Theme.Type.EMAIL);
        }
    }

    static List<Sample> all() {
        return ALL;
    }

    private static Sample of(String template, String state, String subject, Map<String, Object> values) {
        return new Sample(template, state, subject, values);
    }

    /** What a mail may read; each reads some of it. */
    static Map<String, Object> common(Locale locale) {
        Map<String, Object> model = new HashMap<>();
        model.put("locale", locale);
        model.put("ltr", true);
        model.put("realmName", "Harbour Books");
        model.put("name", "Ada Lovelace");
        model.put("address", "ada@example.org");
        model.put("newEmail", "ada@new.example.org");
        model.put("link", LINK);
        model.put("linkHours", 24);
        model.put("codeMinutes", 10);
        model.put("linkExpiration", 720L);
        model.put("linkExpirationFormatter", expirationFormatter(locale));
        model.put("when", "22 November 2026, 19:05 (UTC)");
        model.put("device", "Firefox on Fedora");
        model.put("browser", "Firefox 128.0");
        model.put("os", "Fedora");
        model.put("ip", "192.0.2.1");
        model.put("app", "Harbour Shop");
        model.put("method", "keywardMethodBrowser");
        model.put("byAdmin", false);
        model.put("user", Map.of("username", "ada", "firstName", "Ada", "lastName", "Lovelace"));
        model.put("event", new EventBean(event()));
        model.put("organization", Map.of("name", "Harbour Crew"));
        model.put("identityProviderDisplayName", "Other Harbour");
        model.put("identityProviderContext", Map.of("username", "ada.l"));
        model.put("credentialScopeDisplayName", "Membership card");
        model.put("requiredActions", List.of("UPDATE_PASSWORD", "CONFIGURE_TOTP"));
        model.put("subjectKey", "accountDisableNotificationSubject");
        model.put("messageKey", "accountDisableNotificationBody");
        model.put("daysRemaining", 3);
        model.put("reason", "inactivity");
        return model;
    }

    private static Event event() {
        Event event = new Event();
        // 22 November 2026, 19:05 UTC
        event.setTime(1_795_374_300_000L);
        event.setIpAddress("192.0.2.1");
        event.setDetails(Map.of("credential_type", "webauthn"));
        return event;
    }

    private static LinkExpirationFormatterMethod expirationFormatter(Locale locale) {
        try {
            return new LinkExpirationFormatterMethod(
                    ThemeKit.of("base", Theme.Type.EMAIL).getMessages(locale), locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
