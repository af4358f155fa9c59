package io.keyward.passwordpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RepetitionTest {

    @ParameterizedTest
    @CsvSource({
        "a, 1",
        "aaaa, 1",
        "abab, 2",
        "ababa, 2",
        "abcabc, 3",
        "abcdabcd, 4",
        "abcdabcdab, 4",
        "abcd, 4",
        "abcdabc, 7",
        "aab, 3"
    })
    void findsTheShortestBeginning(String text, int period) {
        assertThat(Repetition.period(text)).isEqualTo(period);
    }
}
