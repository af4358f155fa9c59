package io.keyward.emailverification.confirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.ValidationException;

final class VerificationSettingsTest {

    @Test
    void everySettingIsShownWithHelpAndDefault() {
        assertThat(VerificationSettings.metadata())
                .extracting(ProviderConfigProperty::getName)
                .containsExactly(
                        "link-lifespan",
                        "code-lifespan",
                        "code-tries",
                        "resend-cooldown",
                        "resends-per-session",
                        "mails-per-day");
        assertThat(VerificationSettings.metadata()).allSatisfy(setting -> {
            assertThat(setting.getHelpText()).isNotBlank();
            assertThat(setting.getDefaultValue()).isNotNull();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "link-lifespan, 60",
        "link-lifespan, 604800",
        "code-lifespan, 600",
        "code-tries, 1",
        "resend-cooldown, 0",
        "resends-per-session, ''",
        "mails-per-day, 1000"
    })
    void acceptsWhatIsWithinItsLimits(String name, String value) {
        assertThatCode(() -> VerificationSettings.check(config(name, value))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "link-lifespan, 59",
        "link-lifespan, 604801",
        "code-lifespan, 601",
        "code-tries, 0",
        "resend-cooldown, -1",
        "mails-per-day, many",
        "mails-per-day, 99999999999"
    })
    void refusesWhatIsNot(String name, String value) {
        assertThatThrownBy(() -> VerificationSettings.check(config(name, value)))
                .isInstanceOf(ValidationException.class);
    }

    private static RequiredActionConfigModel config(String name, String value) {
        RequiredActionConfigModel config = new RequiredActionConfigModel();
        config.setConfig(Map.of(name, value));
        return config;
    }
}
