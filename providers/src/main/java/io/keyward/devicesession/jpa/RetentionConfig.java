package io.keyward.devicesession.jpa;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * When to forget and what to keep, as set by {@code --spi-keyward-device-session--jpa--...}, all in seconds.
 *
 * @param interval how often the job runs
 * @param history how long a session is kept after it has ended
 * @param device how long a device stays in its owner's list after it was signed out
 * @param recognition how long a device is still recognised after it left the list
 */
record RetentionConfig(Duration interval, Duration history, Duration device, Duration recognition) {

    private static final int DAY = 24 * 60 * 60;
    private static final String INTERVAL = "retention-interval";
    private static final int DEFAULT_INTERVAL = 60 * 60;
    private static final String HISTORY = "history-retention";
    private static final int DEFAULT_HISTORY = 90 * DAY;
    private static final String DEVICE = "device-retention";
    private static final int DEFAULT_DEVICE = 90 * DAY;
    private static final String RECOGNITION = "recognition-retention";
    private static final int DEFAULT_RECOGNITION = 180 * DAY;

    /**
     * @throws IllegalArgumentException for a value that makes no sense, so that the server says so and does not start
     */
    static RetentionConfig from(Config.Scope scope) {
        return new RetentionConfig(
                seconds(INTERVAL, scope.getInt(INTERVAL, DEFAULT_INTERVAL), 1),
                seconds(HISTORY, scope.getInt(HISTORY, DEFAULT_HISTORY), 0),
                seconds(DEVICE, scope.getInt(DEVICE, DEFAULT_DEVICE), 0),
                seconds(RECOGNITION, scope.getInt(RECOGNITION, DEFAULT_RECOGNITION), 0));
    }

    private static Duration seconds(String option, int value, int min) {
        if (value < min) {
            throw new IllegalArgumentException("--spi-keyward-device-session--jpa--" + option + " is " + value
                    + " but must be at least " + min + " (seconds)");
        }
        return Duration.ofSeconds(value);
    }

    static List<ProviderConfigProperty> metadata() {
        ProviderConfigurationBuilder builder = ProviderConfigurationBuilder.create();
        describe(
                builder,
                INTERVAL,
                DEFAULT_INTERVAL,
                "How often, in seconds, Keycloak is asked which sessions have ended, and what is no longer needed is deleted.");
        describe(
                builder,
                HISTORY,
                DEFAULT_HISTORY,
                "How long, in seconds, a session that has ended stays in the history of its owner's sign-ins.");
        describe(
                builder,
                DEVICE,
                DEFAULT_DEVICE,
                "How long, in seconds, a device that is signed out stays in its owner's list.");
        describe(
                builder,
                RECOGNITION,
                DEFAULT_RECOGNITION,
                "How long, in seconds, a device that has left the list is still recognised: until then a sign-in from it is"
                        + " none from a new device, and nobody is told by mail.");
        return builder.build();
    }

    private static void describe(ProviderConfigurationBuilder builder, String name, int initial, String help) {
        builder.property()
                .name(name)
                .type("int")
                .helpText(help)
                .defaultValue(initial)
                .add();
    }

    Map<String, String> operationalInfo() {
        return Map.of(
                INTERVAL, interval.toSeconds() + " s",
                HISTORY, history.toSeconds() + " s",
                DEVICE, device.toSeconds() + " s",
                RECOGNITION, recognition.toSeconds() + " s");
    }
}
