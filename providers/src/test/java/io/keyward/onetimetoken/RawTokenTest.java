package io.keyward.onetimetoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

final class RawTokenTest {

    private static final String GOOD = "A".repeat(43);

    @Test
    void carries256BitsAsBase64Url() {
        RawToken token = RawToken.random();
        assertThat(token.value()).matches("[A-Za-z0-9_-]{43}");
        assertThat(Base64.getUrlDecoder().decode(token.value())).hasSize(32);
    }

    @Test
    void neverRepeats() {
        assertThat(Stream.generate(RawToken::random).limit(1_000).map(RawToken::value))
                .doesNotHaveDuplicates();
    }

    @Test
    void comesBackFromItsText() {
        RawToken token = RawToken.random();
        assertThat(RawToken.parse(token.value()).orElseThrow().hash()).isEqualTo(token.hash());
    }

    @ParameterizedTest
    @NullSource
    @MethodSource("hostile")
    void nothingElseIsAToken(String text) {
        assertThat(RawToken.parse(text)).isEmpty();
    }

    static Stream<String> hostile() {
        return Stream.of(
                "",
                " ",
                GOOD.substring(1),
                GOOD + "A",
                GOOD + "=",
                GOOD + "\n",
                "\n" + GOOD.substring(1),
                GOOD.substring(1) + "\n",
                GOOD.substring(1) + "\0",
                GOOD.substring(1) + "+",
                GOOD.substring(1) + "/",
                GOOD.substring(1) + ".",
                GOOD.substring(1) + "%",
                GOOD.substring(1) + "ä",
                // a full-width A, an Arabic digit, half of a surrogate pair
                GOOD.substring(1) + "\uFF21",
                GOOD.substring(1) + "\u0661",
                GOOD.substring(1) + "\uD83D",
                "../".repeat(14) + "a",
                "A".repeat(10_240));
    }

    @Test
    void isHashedWithSha256() {
        assertThat(RawToken.parse(GOOD).orElseThrow().hash().value())
                .isEqualTo(TokenHash.of(GOOD).value())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void doesNotShowItself() {
        RawToken token = RawToken.random();
        IssuedToken issued = new IssuedToken("id", token, Instant.EPOCH);
        assertThat(token).hasToString("RawToken[redacted]");
        assertThat(issued.toString()).doesNotContain(token.value());
    }
}
