package io.keyward.passwordpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunTest {

    @ParameterizedTest
    @CsvSource({
        "1234, true", "7890, true", "9012345, true", "0987, true", "abcdef, true", "fedcba, true",
        "123, false", "1235, false", "xyza, false", "ab12, false", "1111, false", "9876543211, false"
    })
    void walksStepByStep(String text, boolean run) {
        assertThat(Run.is(text)).isEqualTo(run);
    }
}
