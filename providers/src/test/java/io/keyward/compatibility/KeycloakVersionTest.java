package io.keyward.compatibility;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeycloakVersionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"26.7.0", "26.7.3", "26.7.3.redhat-00001", "26.8.0", "27.0.1", "999.0.0-SNAPSHOT", "nightly"})
    void theFittingOneAndNewerOnesPass(String version) {
        assertThatCode(() -> KeycloakVersion.check(KeycloakVersion.of(version))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"26.6.9", "26.5.6", "25.0.0", "3.4.3.Final"})
    void anOlderOneIsToldWhichFits(String version) {
        assertThatThrownBy(() -> KeycloakVersion.check(KeycloakVersion.of(version)))
                .isInstanceOf(IncompatibleKeycloakException.class)
                .hasMessageContaining("Keycloak 26.7,")
                .hasMessageContaining("this is " + version)
                .hasMessageContaining("keyward.jar");
    }

    @Test
    void theOneItIsCompiledAgainstPasses() {
        assertThatCode(Compatibility::check).doesNotThrowAnyException();
    }
}
