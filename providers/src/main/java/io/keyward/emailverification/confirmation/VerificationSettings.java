package io.keyward.emailverification.confirmation;

import io.keyward.emailverification.proof.EmailVerificationRealm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;

/**
 * What an administrator sets at the required action, for the whole realm. A missing or unusable value means the default.
 *
 * @param linkLifespan how long the mailed link works
 * @param codeLifespan how long the mailed code works (OWASP ASVS 5.0, 6.5.5: 10 minutes at most)
 * @param codeTries how many codes may be tried per mail
 * @param resendCooldown the least time between two mails of one sign-up or sign-in
 * @param resendsPerSession how many mails one sign-up or sign-in may ask for after the first
 * @param mailsPerDay how many mails one account gets within 24 hours; more are silently not sent
 */
record VerificationSettings(
        Duration linkLifespan,
        Duration codeLifespan,
        int codeTries,
        Duration resendCooldown,
        int resendsPerSession,
        int mailsPerDay) {

    private static final Setting LINK_LIFESPAN = new Setting(
            "link-lifespan",
            "Link lifespan (seconds)",
            "How long the link in the mail works. A newer mail ends it earlier.",
            86_400,
            60,
            604_800);
    private static final Setting CODE_LIFESPAN = new Setting(
            "code-lifespan",
            "Code lifespan (seconds)",
            "How long the code in the mail can be typed in; 600 at most.",
            600,
            30,
            600);
    private static final Setting CODE_TRIES =
            new Setting("code-tries", "Code tries", "How many wrong codes one mail allows.", 5, 1, 10);
    private static final Setting RESEND_COOLDOWN = new Setting(
            "resend-cooldown",
            "Resend cool-down (seconds)",
            "The least time between two mails of one sign-up or sign-in.",
            60,
            0,
            3_600);
    private static final Setting RESENDS_PER_SESSION = new Setting(
            "resends-per-session",
            "Resends per session",
            "How many more mails one sign-up or sign-in may ask for.",
            5,
            0,
            50);
    private static final Setting MAILS_PER_DAY = new Setting(
            "mails-per-day",
            "Mails per account and day",
            "More are not sent, and the page does not tell, so that nobody can flood a mailbox.",
            10,
            1,
            1_000);

    private static final List<Setting> ALL =
            List.of(LINK_LIFESPAN, CODE_LIFESPAN, CODE_TRIES, RESEND_COOLDOWN, RESENDS_PER_SESSION, MAILS_PER_DAY);

    static VerificationSettings of(RealmModel realm) {
        RequiredActionProviderModel action =
                realm.getRequiredActionProviderByAlias(EmailVerificationRealm.REQUIRED_ACTION);
        Map<String, String> config = action == null || action.getConfig() == null ? Map.of() : action.getConfig();
        return new VerificationSettings(
                Duration.ofSeconds(LINK_LIFESPAN.in(config)),
                Duration.ofSeconds(CODE_LIFESPAN.in(config)),
                CODE_TRIES.in(config),
                Duration.ofSeconds(RESEND_COOLDOWN.in(config)),
                RESENDS_PER_SESSION.in(config),
                MAILS_PER_DAY.in(config));
    }

    static List<ProviderConfigProperty> metadata() {
        ProviderConfigurationBuilder builder = ProviderConfigurationBuilder.create();
        for (Setting setting : ALL) {
            builder.property()
                    .name(setting.name())
                    .label(setting.label())
                    .helpText(setting.help() + " " + setting.min() + " to " + setting.max() + ".")
                    .type(ProviderConfigProperty.INTEGER_TYPE)
                    .defaultValue(setting.initial())
                    .add();
        }
        return builder.build();
    }

    /** @throws ValidationException for the first value that is no number or out of its range */
    static void check(RequiredActionConfigModel config) {
        for (Setting setting : ALL) {
            String value = config.getConfigValue(setting.name());
            if (value != null && !value.isBlank() && !setting.allows(value)) {
                throw new ValidationException(new ValidationError(
                        EmailVerificationRealm.REQUIRED_ACTION,
                        setting.name(),
                        "error-number-out-of-range",
                        setting.min(),
                        setting.max()));
            }
        }
    }

    private record Setting(String name, String label, String help, int initial, int min, int max) {

        int in(Map<String, String> config) {
            String value = config.getOrDefault(name, "");
            return allows(value) ? Integer.parseInt(value) : initial;
        }

        boolean allows(String value) {
            try {
                int number = Integer.parseInt(value);
                return number >= min && number <= max;
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }
}
