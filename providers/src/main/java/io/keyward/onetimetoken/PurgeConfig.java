package io.keyward.onetimetoken;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** When to purge and what to keep, as set by {@code --spi-keyward-one-time-token--jpa--...}. */
record PurgeConfig(Duration interval, Duration retention) {

    private static final String INTERVAL = "purge-interval";
    private static final int DEFAULT_INTERVAL = 15 * 60;
    private static final String RETENTION = "retention";
    private static final int DEFAULT_RETENTION = 7 * 24 * 60 * 60;

    /**
     * @throws IllegalArgumentException for a value that makes no sense, so that the server says so and does not start
     */
    static PurgeConfig from(Config.Scope scope) {
        return new PurgeConfig(
                seconds(INTERVAL, scope.getInt(INTERVAL, DEFAULT_INTERVAL), 1),
                seconds(RETENTION, scope.getInt(RETENTION, DEFAULT_RETENTION), 0));
    }

    private static Duration seconds(String option, int value, int min) {
        if (value < min) {
            throw new IllegalArgumentException("--spi-keyward-one-time-token--jpa--" + option + " is " + value
                    + " but must be at least " + min + " (seconds)");
        }
        return Duration.ofSeconds(value);
    }

    static List<ProviderConfigProperty> metadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(INTERVAL)
                .type("int")
                .helpText("How often, in seconds, one-time tokens that are no longer needed are deleted.")
                .defaultValue(DEFAULT_INTERVAL)
                .add()
                .property()
                .name(RETENTION)
                .type("int")
                .helpText(
                        "How long, in seconds, a one-time token is kept after it expired. Until then whoever opens an old link"
                                + " is told what became of it, and tokens count towards limits on mails.")
                .defaultValue(DEFAULT_RETENTION)
                .add()
                .build();
    }

    Map<String, String> operationalInfo() {
        return Map.of(INTERVAL, interval.toSeconds() + " s", RETENTION, retention.toSeconds() + " s");
    }
}
