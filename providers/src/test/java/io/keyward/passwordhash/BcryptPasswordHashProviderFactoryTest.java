package io.keyward.passwordhash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.Config;
import org.keycloak.common.Profile;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.ModelException;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.provider.ProviderConfigProperty;

final class BcryptPasswordHashProviderFactoryTest {

    private final BcryptPasswordHashProviderFactory factory = new BcryptPasswordHashProviderFactory();

    @BeforeEach
    void anOrdinaryKeycloak() {
        Profile.defaults();
    }

    @AfterEach
    void forgetIt() {
        factory.close();
        Profile.reset();
    }

    @Test
    void theDefaultsFollowTheMachine() {
        int processors = Runtime.getRuntime().availableProcessors();
        BcryptConfig config = BcryptConfig.from(scope(Map.of()));
        assertThat(config.concurrent()).isEqualTo(processors);
        assertThat(config.concurrent() + config.queued()).isEqualTo(Math.max(50, 4 * processors) / 2);
        assertThat(config.longestWait()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.pepper()).isEqualTo(Peppers.NONE);
    }

    @Test
    void optionsAreRead() {
        assertThat(BcryptConfig.from(scope(
                        Map.of("max-concurrent", "3", "max-queued", "0", "max-wait", "5", "pepper-version", "2"))))
                .isEqualTo(new BcryptConfig(3, 0, Duration.ofSeconds(5), 2));
    }

    @ParameterizedTest
    @CsvSource({"max-concurrent, 0", "max-queued, -1", "max-wait, 0", "pepper-version, -1"})
    void refusesWhatMakesNoSense(String option, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> factory.init(scope(Map.of(option, value))))
                .withMessageContaining("--spi-password-hashing--bcrypt--" + option);
    }

    @Test
    void everyOptionIsExplainedAndShown() {
        factory.init(scope(Map.of("pepper-version", "2")));
        assertThat(factory.getConfigMetadata())
                .hasSize(4)
                .extracting(ProviderConfigProperty::getHelpText)
                .doesNotContainNull();
        assertThat(factory.getOperationalInfo()).containsEntry("pepper-version", "2");
    }

    @Test
    void isNotWhatKeycloakTakesByDefault() {
        assertThat(factory.getId()).isEqualTo("bcrypt");
        assertThat(factory.order()).isZero();
    }

    @Test
    void saysThatItIsNotThereInFipsMode() {
        Profile.init(Profile.ProfileName.DEFAULT, Map.of(Profile.Feature.FIPS, true));
        factory.init(scope(Map.of()));
        PasswordHashProvider provider = factory.create(null);
        PasswordCredentialModel credential =
                PasswordCredentialModel.createFromValues("bcrypt", new byte[0], 12, "$2b$12$");
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> provider.encodedCredential("secret", 12))
                .withMessageContaining("FIPS")
                .withMessageContaining("pbkdf2-sha512");
        assertThatExceptionOfType(ModelException.class).isThrownBy(() -> provider.verify("secret", credential));
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> provider.credentialHashingStrength(credential));
        assertThat(provider.policyCheck(Policies.withoutIterations(), credential))
                .isFalse();
    }

    private static Config.Scope scope(Map<String, String> options) {
        return new Config.AbstractScope() {

            @Override
            public String get(String key) {
                return options.get(key);
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
