package io.keyward.onetimetoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenHashTest {

    @Test
    void isSha256() {
        // FIPS 180-4, example for "abc"
        assertThat(TokenHash.of("abc").value())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void comparesByValue() {
        assertThat(TokenHash.same(TokenHash.of("a").value(), TokenHash.of("a").value()))
                .isTrue();
        assertThat(TokenHash.same(TokenHash.of("a").value(), TokenHash.of("b").value()))
                .isFalse();
        assertThat(TokenHash.same(TokenHash.of("a").value(), "")).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "abc", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"})
    void nothingElseIsAHash(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenHash(value));
    }
}
