package io.keyward.passwordreset;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * What an administrator sets at the step in the realm's reset flow. A missing or unusable value means the default, since
 * Keycloak (26.7) has no place to check the configuration of a step.
 *
 * @param linkLifespan how long the mailed link works
 * @param mailCooldown the least time between two mails to one account
 * @param mailsPerLifespan how many mails one account, and one address, gets while a link works. Because the two times are one,
 *     there is a link that works in the mailbox whenever no more are sent, and asking often locks nobody out
 * @param requestsPerHour how many requests from one network are looked at within an hour
 */
record ResetSettings(Duration linkLifespan, Duration mailCooldown, int mailsPerLifespan, int requestsPerHour) {

    private static final Setting LINK_LIFESPAN = new Setting(
            "link-lifespan",
            "Link lifespan (seconds)",
            "How long the link in the mail works. A newer mail ends it earlier.",
            3_600,
            60,
            3_600);
    private static final Setting MAIL_COOLDOWN = new Setting(
            "mail-cooldown",
            "Cool-down (seconds)",
            "The least time between two mails to one account. Who asks earlier gets the same answer and no mail.",
            60,
            0,
            3_600);
    private static final Setting MAILS = new Setting(
            "mails-per-lifespan",
            "Mails per account",
            "How many mails one account, and one address, gets within the lifespan of a link. More are not sent, and the"
                    + " page does not tell. The newest link that was mailed goes on working.",
            3,
            1,
            100);
    private static final Setting REQUESTS = new Setting(
            "requests-per-hour",
            "Requests per network and hour",
            "How many requests from one IPv4 address, or one IPv6 network of 64 bits, are looked at within an hour. The rest"
                    + " gets the same answer and no mail. Keycloak must know the addresses of people (option"
                    + " --proxy-headers): otherwise all of them share this number.",
            100,
            1,
            100_000);
    private static final List<Setting> ALL = List.of(LINK_LIFESPAN, MAIL_COOLDOWN, MAILS, REQUESTS);

    /** Of the first such step in the flow that the realm uses; without one, all defaults. Read from Keycloak's realm cache. */
    static ResetSettings of(RealmModel realm) {
        AuthenticationFlowModel flow = realm.getResetCredentialsFlow();
        return of(
                flow == null
                        ? Map.of()
                        : executions(realm, flow.getId())
                                .filter(step -> ForgotPasswordAuthenticatorFactory.ID.equals(step.getAuthenticator()))
                                .findFirst()
                                .map(step -> config(realm, step))
                                .orElse(Map.of()));
    }

    static ResetSettings of(Map<String, String> config) {
        return new ResetSettings(
                Duration.ofSeconds(LINK_LIFESPAN.in(config)),
                Duration.ofSeconds(MAIL_COOLDOWN.in(config)),
                MAILS.in(config),
                REQUESTS.in(config));
    }

    private static Stream<AuthenticationExecutionModel> executions(RealmModel realm, String flowId) {
        return realm.getAuthenticationExecutionsStream(flowId)
                .flatMap(step -> step.isAuthenticatorFlow() && step.getFlowId() != null
                        ? executions(realm, step.getFlowId())
                        : Stream.of(step));
    }

    private static Map<String, String> config(RealmModel realm, AuthenticationExecutionModel step) {
        AuthenticatorConfigModel config = step.getAuthenticatorConfig() == null
                ? null
                : realm.getAuthenticatorConfigById(step.getAuthenticatorConfig());
        return config == null || config.getConfig() == null ? Map.of() : config.getConfig();
    }

    static List<ProviderConfigProperty> metadata() {
        ProviderConfigurationBuilder builder = ProviderConfigurationBuilder.create();
        for (Setting setting : ALL) {
            builder.property()
                    .name(setting.name())
                    .label(setting.label())
                    .helpText(setting.help() + " " + setting.min() + " to " + setting.max()
                            + "; anything else means the default, " + setting.initial() + ".")
                    .type(ProviderConfigProperty.INTEGER_TYPE)
                    .defaultValue(setting.initial())
                    .add();
        }
        return builder.build();
    }

    private record Setting(String name, String label, String help, int initial, int min, int max) {

        int in(Map<String, String> config) {
            String value = config.get(name);
            try {
                int number = value == null ? initial : Integer.parseInt(value.strip());
                return number >= min && number <= max ? number : initial;
            } catch (NumberFormatException e) {
                return initial;
            }
        }
    }
}
