package io.keyward.emailverification.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VerificationCodeTest {

    private static final String SALT = VerificationCode.newSalt();

    @Test
    void isEightDigitsInTwoGroups() {
        Set<String> codes = Stream.generate(VerificationCode::random)
                .limit(1_000)
                .map(VerificationCode::forMail)
                .collect(Collectors.toSet());
        assertThat(codes).allMatch(code -> code.matches("\\d{4} \\d{4}"));
        // Now and then two of a thousand are the same.
        assertThat(codes).hasSizeGreaterThan(990);
    }

    @Test
    void isRecognisedHoweverItIsSpaced() {
        VerificationCode code = VerificationCode.random();
        String mailed = code.forMail();
        assertThat(Stream.of(
                                mailed,
                                mailed.replace(" ", ""),
                                mailed.replace(' ', '-'),
                                "  " + mailed.replace(' ', '\u00a0') + "\t")
                        .map(typed -> VerificationCode.typed(typed).hash(SALT)))
                .containsOnly(code.hash(SALT));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "1", "123456789", "<script>", "\u0000\ud800", "١٢٣٤٥٦٧٨"})
    void anythingElseIsAWrongCodeAndNoError(String typed) {
        VerificationCode code = VerificationCode.random();
        assertThat(VerificationCode.typed(typed).hash(SALT)).isNotEqualTo(code.hash(SALT));
    }

    @Test
    void hugeInputCostsNothing() {
        assertThat(VerificationCode.typed("1".repeat(1_000_000)).hash(SALT))
                .isEqualTo(VerificationCode.typed("2".repeat(9)).hash(SALT));
    }

    @Test
    void hashDependsOnTheSessionsSalt() {
        VerificationCode code = VerificationCode.random();
        assertThat(code.hash(SALT)).isNotEqualTo(code.hash(VerificationCode.newSalt()));
    }

    @Test
    void isNotShownByAccident() {
        VerificationCode code = VerificationCode.random();
        assertThat(code.toString()).doesNotContain(code.forMail().substring(0, 4));
    }
}
