package io.keyward.devicesession.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;

final class RetentionConfigTest {

    @Test
    void keepsAQuarterOfAYearUnlessToldOtherwise() {
        assertThat(RetentionConfig.from(scope(Map.of())))
                .isEqualTo(new RetentionConfig(
                        Duration.ofHours(1), Duration.ofDays(90), Duration.ofDays(90), Duration.ofDays(180)));
        assertThat(RetentionConfig.from(scope(Map.of(
                        "retention-interval", "60",
                        "history-retention", "0",
                        "device-retention", "1",
                        "recognition-retention", "2"))))
                .isEqualTo(new RetentionConfig(
                        Duration.ofMinutes(1), Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2)));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionConfig.from(scope(Map.of("retention-interval", "0"))))
                .withMessageContaining("--spi-keyward-device-session--jpa--retention-interval");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionConfig.from(scope(Map.of("device-retention", "-1"))));
    }

    @Test
    void everyOptionIsExplained() {
        assertThat(new JpaDeviceSessionProviderFactory().getConfigMetadata())
                .extracting(ProviderConfigProperty::getName)
                .containsExactlyInAnyOrder(
                        "retention-interval", "history-retention", "device-retention", "recognition-retention");
        assertThat(new JpaDeviceSessionProviderFactory().getConfigMetadata())
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
