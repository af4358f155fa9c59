package io.keyward.passwordhash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class BcryptKeyTest {

    /** The values were computed with Python's hmac and base64. */
    @Test
    void isTheDigestThatOtherSoftwareMakesOfTheSame() {
        byte[] pepper = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        BcryptKey key = BcryptKey.prehashed(PasswordBytes.of("p\u00e4ssw\u00f6rd"), pepper);
        assertThat(new String(key.bytes(), StandardCharsets.US_ASCII))
                .isEqualTo("XUVA9c11tzZxIebDEXCw4n6FgsQWBDvq+9TrR7bJsfFxxHTYSYaC2ksVRhbT8rBW\0");
        BcryptKey unpeppered = new Peppers(Peppers.NONE, name -> null)
                .key(PasswordBytes.of("p\u00e4ssw\u00f6rd"), Scheme.prehashed(0));
        assertThat(new String(unpeppered.bytes(), StandardCharsets.US_ASCII))
                .isEqualTo("c7Gma3jsE9gARvzXqlx3nnN/0c0wGgYFbjbZbnHIHceNvDBDHeDURxR2zmq89cag\0");
    }

    @Test
    void aPlainKeyEndsWithNulUnlessThereIsNoRoom() {
        assertThat(BcryptKey.plain(PasswordBytes.of("ab")).bytes()).containsExactly('a', 'b', 0);
        assertThat(BcryptKey.plain(PasswordBytes.of("a".repeat(71))).bytes())
                .hasSize(72)
                .endsWith(0);
        assertThat(BcryptKey.plain(PasswordBytes.of("a".repeat(72))).bytes())
                .hasSize(72)
                .endsWith('a');
        assertThat(BcryptKey.plain(PasswordBytes.of("a".repeat(10_000))).bytes())
                .hasSize(72);
    }

    @Test
    void textIsUtf8() {
        String text = "p\u00e4ss \u2605 \ud83d\ude00";
        assertThat(PasswordBytes.of(text).value()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void halfASurrogatePairIsNoQuestionMark() {
        assertThat(PasswordBytes.of("a\ud800").value())
                .containsExactly('a', 0xed, 0xa0, 0x80)
                .isNotEqualTo(PasswordBytes.of("a?").value())
                .isNotEqualTo(PasswordBytes.of("a\udc00").value());
    }

    @Test
    void nothingShowsThePassword() {
        PasswordBytes password = PasswordBytes.of("hunter2");
        assertThat(password).hasToString("PasswordBytes[redacted]");
        assertThat(BcryptKey.plain(password)).hasToString("BcryptKey[redacted]");
        assertThat(BcryptHash.of(BcryptKey.plain(password), new Cost(4))).hasToString("BcryptHash[redacted]");
    }
}
