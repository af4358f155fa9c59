package io.keyward.mailoutbox.jpa;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** How much the outbox takes and how long it keeps it, as set by {@code --spi-keyward-mail-outbox--jpa--...}. */
record OutboxConfig(int maxQueued, int maxMailSize, Duration retention, Duration purgeInterval) {

    static final String MAX_QUEUED = "max-queued";
    private static final int DEFAULT_MAX_QUEUED = 100_000;
    static final String MAX_MAIL_SIZE = "max-mail-size";
    private static final int DEFAULT_MAX_MAIL_SIZE = 1_000_000;
    private static final String RETENTION = "retention";
    private static final int DEFAULT_RETENTION = 30 * 24 * 60 * 60;
    private static final String PURGE_INTERVAL = "purge-interval";
    private static final int DEFAULT_PURGE_INTERVAL = 15 * 60;
    private static final String PREFIX = "--spi-keyward-mail-outbox--jpa--";

    /**
     * @throws IllegalArgumentException for a value that makes no sense, so that the server says so and does not start
     */
    static OutboxConfig from(Config.Scope scope) {
        return new OutboxConfig(
                atLeast(1, MAX_QUEUED, scope.getInt(MAX_QUEUED, DEFAULT_MAX_QUEUED)),
                atLeast(1_000, MAX_MAIL_SIZE, scope.getInt(MAX_MAIL_SIZE, DEFAULT_MAX_MAIL_SIZE)),
                Duration.ofSeconds(atLeast(0, RETENTION, scope.getInt(RETENTION, DEFAULT_RETENTION))),
                Duration.ofSeconds(atLeast(1, PURGE_INTERVAL, scope.getInt(PURGE_INTERVAL, DEFAULT_PURGE_INTERVAL))));
    }

    /** How an option is written on the command line. */
    static String option(String name) {
        return PREFIX + name;
    }

    private static int atLeast(int min, String name, int value) {
        if (value < min) {
            throw new IllegalArgumentException(option(name) + " is " + value + " but must be at least " + min);
        }
        return value;
    }

    static List<ProviderConfigProperty> metadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(MAX_QUEUED)
                .type("int")
                .helpText("How many mails, of all realms together, may wait to be delivered. More are refused.")
                .defaultValue(DEFAULT_MAX_QUEUED)
                .add()
                .property()
                .name(MAX_MAIL_SIZE)
                .type("int")
                .helpText("How many characters subject, text and HTML of one mail may have together.")
                .defaultValue(DEFAULT_MAX_MAIL_SIZE)
                .add()
                .property()
                .name(RETENTION)
                .type("int")
                .helpText("How long, in seconds, it is kept what became of a mail. Its content is wiped at once.")
                .defaultValue(DEFAULT_RETENTION)
                .add()
                .property()
                .name(PURGE_INTERVAL)
                .type("int")
                .helpText("How often, in seconds, records that are older than that are deleted.")
                .defaultValue(DEFAULT_PURGE_INTERVAL)
                .add()
                .build();
    }

    Map<String, String> operationalInfo() {
        return Map.of(
                MAX_QUEUED, String.valueOf(maxQueued),
                MAX_MAIL_SIZE, String.valueOf(maxMailSize),
                RETENTION, String.valueOf(retention.toSeconds()),
                PURGE_INTERVAL, String.valueOf(purgeInterval.toSeconds()));
    }
}
