package io.keyward.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class DemoOptionsTest {

    @Test
    void theUsualPortsGiveWay() {
        assertThat(DemoOptions.parse().http()).isEqualTo(new DemoOptions.Port(8080, false));
    }

    @Test
    void aGivenPortDoesNot() {
        assertThat(DemoOptions.parse("--port", "9090").http()).isEqualTo(new DemoOptions.Port(9090, true));
    }

    @Test
    void applicationsRunUnlessNobodyWantsThem() {
        assertThat(DemoOptions.parse().apps()).isTrue();
        assertThat(DemoOptions.parse("--no-apps").apps()).isFalse();
        assertThat(DemoOptions.parse("--spa-port", "0", "--spring-port", "9092"))
                .extracting(DemoOptions::spa, DemoOptions::spring)
                .containsExactly(new DemoOptions.Port(0, true), new DemoOptions.Port(9092, true));
    }

    @Test
    void mistakesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoOptions.parse("--prot", "1"))
                .withMessage("There is no option --prot.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoOptions.parse("--port"))
                .withMessage("--port needs a value.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoOptions.parse("--port", "99999"))
                .withMessage("99999 is not a port; ports are numbers from 0 to 65535.");
    }
}
