package io.keyward.passwordhash;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * What {@code --spi-password-hashing--bcrypt--...} sets.
 *
 * @param concurrent how many hashes are computed at once
 * @param queued how many more may wait
 * @param longestWait for how long each of them
 * @param pepper the version of the pepper for new hashes, {@link Peppers#NONE} for none
 */
record BcryptConfig(int concurrent, int queued, Duration longestWait, int pepper) {

    private static final String CONCURRENT = "max-concurrent";
    private static final String QUEUED = "max-queued";
    private static final String LONGEST_WAIT = "max-wait";
    private static final int DEFAULT_LONGEST_WAIT = 30;
    private static final String PEPPER = "pepper-version";

    /**
     * @throws IllegalArgumentException for a value that makes no sense, so that the server says so and does not start
     */
    static BcryptConfig from(Config.Scope scope) {
        int concurrent = atLeast(1, CONCURRENT, scope.getInt(CONCURRENT, defaultConcurrent()));
        return new BcryptConfig(
                concurrent,
                atLeast(0, QUEUED, scope.getInt(QUEUED, defaultQueued(concurrent))),
                Duration.ofSeconds(atLeast(1, LONGEST_WAIT, scope.getInt(LONGEST_WAIT, DEFAULT_LONGEST_WAIT))),
                atLeast(0, PEPPER, scope.getInt(PEPPER, Peppers.NONE)));
    }

    private static int defaultConcurrent() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** So that hashing holds half of Keycloak's request threads at most: 4 for each processor, 50 at least. */
    static int defaultQueued(int concurrent) {
        int threads = Math.max(50, 4 * Runtime.getRuntime().availableProcessors());
        return Math.max(1, threads / 2 - concurrent);
    }

    private static int atLeast(int least, String option, int value) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "--spi-password-hashing--bcrypt--" + option + " is " + value + " but must be at least " + least);
        }
        return value;
    }

    static List<ProviderConfigProperty> metadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(CONCURRENT)
                .type("int")
                .helpText("How many hashes are computed at once. The default is the number of processors.")
                .add()
                .property()
                .name(QUEUED)
                .type("int")
                .helpText("How many hashes may wait for their turn; more are refused. The default leaves half of"
                        + " Keycloak's request threads to other requests.")
                .add()
                .property()
                .name(LONGEST_WAIT)
                .type("int")
                .helpText("How long, in seconds, a hash may wait for its turn before it is refused.")
                .defaultValue(DEFAULT_LONGEST_WAIT)
                .add()
                .property()
                .name(PEPPER)
                .type("int")
                .helpText("The version N of the pepper for new hashes, which is the entry " + Peppers.ENTRY
                        + "N in Keycloak's vault. 0 is for none.")
                .defaultValue(Peppers.NONE)
                .add()
                .build();
    }

    Map<String, String> operationalInfo() {
        return Map.of(
                CONCURRENT,
                Integer.toString(concurrent),
                QUEUED,
                Integer.toString(queued),
                LONGEST_WAIT,
                longestWait.toSeconds() + " s",
                PEPPER,
                pepper == Peppers.NONE ? "none" : Integer.toString(pepper));
    }
}
