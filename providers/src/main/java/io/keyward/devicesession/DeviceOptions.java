package io.keyward.devicesession;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;

/** The options behind {@link DeviceSettings}: names, help and limits, each stated once. */
final class DeviceOptions {

    private static final Num LIMIT = new Num(
            "device-limit",
            "Devices per user",
            "On how many devices a person may be signed in at once; 0 for any number.",
            10,
            0,
            1_000);
    private static final String AT_LIMIT = "at-limit";
    private static final String SIGN_OUT = "sign-out-longest-unused";
    private static final String REFUSE = "refuse-new-device";
    private static final String ROTATION = "rotation";
    private static final Num GRACE = new Num(
            "rotation-grace",
            "Grace of rotation (seconds)",
            "How long a refresh token that was replaced still gets the same successor again, for two tabs that refresh at"
                    + " once and for an answer that was lost.",
            10,
            0,
            60);
    private static final String MAILS = "new-device-mails";
    private static final Num MAILS_PER_DAY = new Num(
            "new-device-mails-per-day",
            "New-device mails per account and day",
            "More are not sent; the devices are listed all the same.",
            5,
            1,
            100);
    private static final Num FRESH = new Num(
            "fresh-authentication",
            "Fresh authentication (seconds)",
            "How long ago a person may have signed in to sign out all their other devices without signing in again.",
            300,
            30,
            86_400);

    private DeviceOptions() {}

    static DeviceSettings read(Map<String, String> config) {
        return new DeviceSettings(
                LIMIT.in(config),
                REFUSE.equals(config.get(AT_LIMIT)),
                !"false".equals(config.get(ROTATION)),
                Duration.ofSeconds(GRACE.in(config)),
                !"false".equals(config.get(MAILS)),
                MAILS_PER_DAY.in(config),
                Duration.ofSeconds(FRESH.in(config)));
    }

    static List<ProviderConfigProperty> metadata() {
        ProviderConfigurationBuilder builder = ProviderConfigurationBuilder.create();
        LIMIT.describe(builder);
        builder.property()
                .name(AT_LIMIT)
                .label("One device too many")
                .helpText("What happens when a person signs in on one more device than allowed: " + SIGN_OUT
                        + " signs out the device that was not used for the longest time, " + REFUSE
                        + " lets the new one not in.")
                .type(ProviderConfigProperty.LIST_TYPE)
                .options(SIGN_OUT, REFUSE)
                .defaultValue(SIGN_OUT)
                .add();
        builder.property()
                .name(ROTATION)
                .label("Rotate refresh tokens")
                .helpText(
                        "Replaces a refresh token at each use and ends the session when one that was replaced comes back."
                                + " Leave Keycloak's own \"Revoke Refresh Token\" off with it: it adds a lock and no safety.")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue(true)
                .add();
        GRACE.describe(builder);
        builder.property()
                .name(MAILS)
                .label("Mail about new devices")
                .helpText("Tells people by mail of a sign-in from a device not seen for their account before.")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue(true)
                .add();
        MAILS_PER_DAY.describe(builder);
        FRESH.describe(builder);
        return builder.build();
    }

    static void check(RequiredActionConfigModel config) {
        for (Num number : List.of(LIMIT, GRACE, MAILS_PER_DAY, FRESH)) {
            number.check(config.getConfigValue(number.name()));
        }
        word(AT_LIMIT, config.getConfigValue(AT_LIMIT), SIGN_OUT, REFUSE);
        word(ROTATION, config.getConfigValue(ROTATION), "true", "false");
        word(MAILS, config.getConfigValue(MAILS), "true", "false");
    }

    private static void word(String name, String value, String one, String other) {
        if (value != null && !value.isBlank() && !value.equals(one) && !value.equals(other)) {
            throw new ValidationException(
                    new ValidationError(DeviceSettings.REQUIRED_ACTION, name, "error-invalid-value", value));
        }
    }

    private record Num(String name, String label, String help, int initial, int min, int max) {

        int in(Map<String, String> config) {
            String value = config.getOrDefault(name, "");
            return allows(value) ? Integer.parseInt(value) : initial;
        }

        void check(String value) {
            if (value != null && !value.isBlank() && !allows(value)) {
                throw new ValidationException(new ValidationError(
                        DeviceSettings.REQUIRED_ACTION, name, "error-number-out-of-range", min, max));
            }
        }

        void describe(ProviderConfigurationBuilder builder) {
            builder.property()
                    .name(name)
                    .label(label)
                    .helpText(help + " " + min + " to " + max + ".")
                    .type(ProviderConfigProperty.INTEGER_TYPE)
                    .defaultValue(initial)
                    .add();
        }

        private boolean allows(String value) {
            try {
                int number = Integer.parseInt(value);
                return number >= min && number <= max;
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }
}
