package io.keyward.mailoutbox.courier;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * How the courier works, as set by {@code --spi-email-sender--outbox--...}.
 *
 * @param poll how often it looks for mail that nobody woke it for
 * @param workers how many connections are served at once, over all realms
 * @param connections how many of them one realm may have, unless the realm says otherwise
 * @param batch how many mails are claimed at once
 * @param lease how long they are claimed for
 * @param retry when to try again
 * @param rate how fast one realm's mails go, unless the realm says otherwise
 */
public record CourierConfig(
        Duration poll, int workers, int connections, int batch, Duration lease, RetryPolicy retry, RateLimit rate) {

    private static final String PREFIX = "--spi-email-sender--outbox--";
    private static final String POLL = "poll-interval";
    private static final String WORKERS = "workers";
    private static final String CONNECTIONS = "realm-connections";
    private static final String BATCH = "batch-size";
    private static final String LEASE = "lease";
    private static final String FIRST = "retry-first";
    private static final String MOST = "retry-most";
    private static final String OVER = "retry-for";
    private static final String RATE = "realm-rate";

    /** In this order they are shown; the text is the help, before it stand the default and the least value. */
    private static final List<Option> OPTIONS = List.of(
            new Option(POLL, 2, 1, "How often, in seconds, the courier looks for mail that is due. New mail wakes it."),
            new Option(WORKERS, 16, 2, "How many connections to mail servers a node serves at once, over all realms."),
            new Option(CONNECTIONS, 4, 1, "How many of them one realm may have."),
            new Option(BATCH, 20, 1, "How many mails are claimed at once."),
            new Option(LEASE, 300, 180, "For how many seconds. A node that dies loses its mails to others after this."),
            new Option(FIRST, 5, 1, "How many seconds to wait after the first failure; twice as long each time."),
            new Option(MOST, 3_600, 1, "How many seconds to wait at most."),
            new Option(OVER, 48 * 3_600, 1, "After how many seconds a mail that cannot be sent is given up."));

    private record Option(String name, int otherwise, int least, String help) {

        int read(Config.Scope scope) {
            int value = scope.getInt(name, otherwise);
            if (value < least) {
                throw new IllegalArgumentException(PREFIX + name + " is " + value + " but must be at least " + least);
            }
            return value;
        }
    }

    /**
     * @throws IllegalArgumentException for a value that makes no sense, so that the server says so and does not start
     */
    public static CourierConfig from(Config.Scope scope) {
        String rate = scope.get(RATE, "none");
        return new CourierConfig(
                seconds(scope, POLL),
                read(scope, WORKERS),
                read(scope, CONNECTIONS),
                read(scope, BATCH),
                seconds(scope, LEASE),
                new RetryPolicy(
                        seconds(scope, FIRST),
                        seconds(scope, MOST),
                        seconds(scope, OVER),
                        () -> ThreadLocalRandom.current().nextDouble()),
                RateLimit.parse(rate)
                        .orElseThrow(() -> new IllegalArgumentException(PREFIX + RATE + " is " + rate
                                + " but must be none, mailtrap-sandbox, mailtrap-api, or mails and seconds as 5/10")));
    }

    private static int read(Config.Scope scope, String name) {
        return OPTIONS.stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .orElseThrow()
                .read(scope);
    }

    private static Duration seconds(Config.Scope scope, String name) {
        return Duration.ofSeconds(read(scope, name));
    }

    public static List<ProviderConfigProperty> metadata() {
        ProviderConfigurationBuilder builder = ProviderConfigurationBuilder.create();
        OPTIONS.forEach(option -> builder.property()
                .name(option.name())
                .type("int")
                .helpText(option.help())
                .defaultValue(option.otherwise())
                .add());
        return builder.property()
                .name(RATE)
                .type("string")
                .helpText("How many mails of one realm a node sends in how many seconds, as 5/10, or none.")
                .defaultValue("none")
                .add()
                .build();
    }

    public Map<String, String> operationalInfo() {
        return Map.of(
                POLL, String.valueOf(poll.toSeconds()),
                WORKERS, String.valueOf(workers),
                CONNECTIONS, String.valueOf(connections),
                BATCH, String.valueOf(batch),
                LEASE, String.valueOf(lease.toSeconds()),
                FIRST, String.valueOf(retry.first().toSeconds()),
                MOST, String.valueOf(retry.most().toSeconds()),
                OVER, String.valueOf(retry.over().toSeconds()),
                RATE, rate.toString());
    }
}
