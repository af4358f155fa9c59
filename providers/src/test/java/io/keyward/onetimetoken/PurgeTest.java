package io.keyward.onetimetoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;

final class PurgeTest {

    @Test
    void drainsBatchByBatch() {
        Queue<Integer> batches = new ArrayDeque<>(List.of(OneTimeTokenPurge.BATCH, OneTimeTokenPurge.BATCH, 7, 99));
        assertThat(OneTimeTokenPurge.drain(batches::remove)).isEqualTo(2 * OneTimeTokenPurge.BATCH + 7);
        assertThat(batches).containsExactly(99);
    }

    @Test
    void drainsNothing() {
        assertThat(OneTimeTokenPurge.drain(() -> 0)).isZero();
    }

    @Test
    void runsEveryQuarterOfAnHourAndKeepsAWeekUnlessToldOtherwise() {
        assertThat(PurgeConfig.from(scope(Map.of())))
                .isEqualTo(new PurgeConfig(Duration.ofMinutes(15), Duration.ofDays(7)));
        assertThat(PurgeConfig.from(scope(Map.of("purge-interval", "60", "retention", "0"))))
                .isEqualTo(new PurgeConfig(Duration.ofMinutes(1), Duration.ZERO));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurgeConfig.from(scope(Map.of("purge-interval", "0"))))
                .withMessageContaining("--spi-keyward-one-time-token--jpa--purge-interval");
        assertThatIllegalArgumentException().isThrownBy(() -> PurgeConfig.from(scope(Map.of("retention", "-1"))));
    }

    @Test
    void everyOptionIsExplained() {
        assertThat(new JpaOneTimeTokenProviderFactory().getConfigMetadata())
                .isNotEmpty()
                .extracting(ProviderConfigProperty::getHelpText)
                .doesNotContainNull();
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
            public Config.Scope scope(String... scope) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Config.Scope root() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Set<String> getPropertyNames() {
                return options.keySet();
            }
        };
    }
}
