package io.keyward.emailverification.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.Validator;
import org.keycloak.validate.ValidatorConfig;

final class EmailAddressValidatorTest {

    private final EmailAddressValidatorFactory factory = new EmailAddressValidatorFactory();

    @AfterEach
    void close() {
        factory.close();
    }

    @Test
    void blankIsNotItsBusiness() {
        assertThat(errors(null)).isEmpty();
        assertThat(errors("")).isEmpty();
        assertThat(errors("  ")).isEmpty();
        assertThat(errors(new ArrayList<>(Arrays.asList(null, "")))).isEmpty();
    }

    @Test
    void looksAtEveryValue() {
        assertThat(errors(List.of("ada@example.com"))).isEmpty();
        assertThat(errors(List.of("ada@example.com", "nonsense"))).hasSize(1);
        assertThat(errors(42)).hasSize(1);
    }

    @Test
    void namesTheFieldAndTheReasonButNotTheAddress() {
        ValidationError error = errors("nonsense").get(0);
        assertThat(error.getInputHint()).isEqualTo("email");
        assertThat(error.getMessage()).isEqualTo("keywardAddressInvalid");
        assertThat(error.getValidatorId()).isEqualTo("keyward-email-address");
        assertThat(Arrays.toString(error.getInputHintWithMessageParameters())).doesNotContain("nonsense");
    }

    @Test
    void worksOnWhenTheSessionThatMadeItEnds() {
        factory.create(null).close();
        assertThat(errors("ada@example.com")).isEmpty();
    }

    @Test
    void theConsoleShowsEveryOptionWithHelp() {
        assertThat(factory).isInstanceOf(ConfiguredProvider.class);
        assertThat(factory.getHelpText()).isNotBlank();
        assertThat(factory.getConfigProperties())
                .extracting(ProviderConfigProperty::getName)
                .containsExactly(
                        "allowed-domains",
                        "denied-domains",
                        "disposable-domains",
                        "disposable-exceptions",
                        "private-tlds",
                        "mx-lookup",
                        "mx-timeout");
        assertThat(factory.getConfigProperties()).allSatisfy(option -> {
            assertThat(option.getHelpText()).isNotBlank();
            assertThat(option.getLabel()).isNotBlank();
        });
    }

    @Test
    void theConsoleIsToldOfASenselessTimeout() {
        assertThat(List.of("0", "-1", "soon")).noneMatch(this::isValidTimeout);
        assertThat(isValidTimeout("250")).isTrue();
        assertThat(factory.validateConfig(null, null).isValid()).isTrue();
    }

    private boolean isValidTimeout(String value) {
        return factory.validateConfig(null, new ValidatorConfig(Map.of("mx-timeout", value)))
                .isValid();
    }

    private List<ValidationError> errors(Object input) {
        Validator validator = factory.create(null);
        ValidationContext context = new ValidationContext();
        return List.copyOf(validator
                .validate(input, "email", context, ValidatorConfig.EMPTY)
                .getErrors());
    }
}
