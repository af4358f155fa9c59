package io.keyward.mailoutbox.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;

final class PoliciesTest {

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "10, 2560", "11, 3600", "1000, 3600", "0, 5"})
    void pausesDouble(int attempts, int seconds) {
        Random random = new Random(7);
        RetryPolicy policy =
                new RetryPolicy(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofHours(48), random::nextDouble);
        for (int i = 0; i < 100; i++) {
            assertThat(policy.pause(attempts).toMillis()).isBetween(seconds * 800L, seconds * 1_200L);
        }
    }

    @Test
    void theRateHoldsInAnyPeriod() {
        RateWindow window = new RateWindow();
        RateLimit limit = new RateLimit(3, Duration.ofSeconds(10));
        Instant start = Instant.EPOCH;
        assertThat(window.grant(limit, 2, start)).isEqualTo(2);
        assertThat(window.grant(limit, 5, start.plusSeconds(9))).isEqualTo(1);
        assertThat(window.grant(limit, 5, start.plusSeconds(10))).isEqualTo(2);
        window.refund(1);
        assertThat(window.grant(limit, 5, start.plusSeconds(10))).isEqualTo(1);
        assertThat(window.empty(start.plusSeconds(19))).isFalse();
        assertThat(window.empty(start.plusSeconds(20))).isTrue();
        assertThat(window.grant(RateLimit.NONE, 1_000, start.plusSeconds(21))).isEqualTo(1_000);
    }

    @Test
    void readsRates() {
        assertThat(RateLimit.parse("5/10")).contains(new RateLimit(5, Duration.ofSeconds(10)));
        assertThat(RateLimit.parse("none")).contains(RateLimit.NONE);
        assertThat(RateLimit.parse("mailtrap-sandbox")).contains(new RateLimit(5, Duration.ofSeconds(10)));
        assertThat(RateLimit.parse("mailtrap-api")).contains(new RateLimit(150, Duration.ofSeconds(10)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "5", "0/1", "1/0", "-1/5", "5/10/3", "9999999/1", "a/b"})
    void refusesOtherRates(String text) {
        assertThat(RateLimit.parse(text)).isEmpty();
    }

    @Test
    void optionsAreReadAndShown() {
        CourierConfig config = CourierConfig.from(scope(Map.of("batch-size", "7", "realm-rate", "5/10")));
        assertThat(config.batch()).isEqualTo(7);
        assertThat(config.rate()).isEqualTo(new RateLimit(5, Duration.ofSeconds(10)));
        assertThat(config.retry().over()).isEqualTo(Duration.ofHours(48));
        assertThat(config.operationalInfo()).containsEntry("batch-size", "7").containsEntry("realm-rate", "5/10");
        assertThat(CourierConfig.metadata())
                .hasSize(config.operationalInfo().size())
                .extracting(ProviderConfigProperty::getHelpText)
                .doesNotContainNull();
    }

    @ParameterizedTest
    @CsvSource({"lease, 179", "workers, 1", "poll-interval, 0", "realm-rate, fast"})
    void refusesWhatMakesNoSense(String option, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CourierConfig.from(scope(Map.of(option, value))))
                .withMessageContaining("--spi-email-sender--outbox--" + option);
    }

    private static Config.Scope scope(Map<String, String> options) {
        return new Config.AbstractScope() {

            @Override
            public String get(String key) {
                return options.get(key);
            }

            @Override
            public String get(String key, String otherwise) {
                return options.getOrDefault(key, otherwise);
            }

            @Override
            public Config.Scope scope(String... names) {
                return this;
            }

            @Override
            public Set<String> getPropertyNames() {
                return options.keySet();
            }

            @Override
            public Config.Scope root() {
                return this;
            }
        };
    }
}
