package io.keyward.passwordreset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.provider.ProviderConfigProperty;

final class ResetSettingsTest {

    private static final ResetSettings DEFAULTS = new ResetSettings(Duration.ofHours(1), Duration.ofMinutes(1), 3, 100);

    @Test
    void whatIsNotSetIsTheDefault() {
        assertThat(ResetSettings.of(Map.of())).isEqualTo(DEFAULTS);
    }

    @Test
    void whatIsSetCounts() {
        assertThat(ResetSettings.of(Map.of(
                        "link-lifespan", "600",
                        "mail-cooldown", "0",
                        "mails-per-lifespan", " 5 ",
                        "requests-per-hour", "7")))
                .isEqualTo(new ResetSettings(Duration.ofMinutes(10), Duration.ZERO, 5, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "an hour", "-1", "59", "3601", "99999999999", "1.5"})
    void aLifespanThatIsNoneIsTheDefault(String value) {
        assertThat(ResetSettings.of(Map.of("link-lifespan", value))).isEqualTo(DEFAULTS);
    }

    @Test
    void theConsoleShowsEachWithItsDefaultAndItsLimits() {
        assertThat(ResetSettings.metadata())
                .extracting(ProviderConfigProperty::getName, ProviderConfigProperty::getDefaultValue)
                .containsExactly(
                        tuple("link-lifespan", 3_600),
                        tuple("mail-cooldown", 60),
                        tuple("mails-per-lifespan", 3),
                        tuple("requests-per-hour", 100));
        assertThat(ResetSettings.metadata())
                .allSatisfy(property ->
                        assertThat(property.getHelpText()).containsPattern("\\d+ to \\d+; anything else means"));
    }
}
