package io.keyward.passwordpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GuessTest {

    private final Guess guess = new Guess(CommonPasswords.shipped()::contains);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PassWord",
                "QWERTYUIOP",
                "1q2w3e4r5t6y",
                "Password123!",
                "password1234567",
                "!!password!!2024",
                "P@ssw0rd1234567",
                "letmeinletmein",
                "LetMeInLetMeInLetMe",
                "passwordpassword1",
                "iloveyouqwerty",
                "FootballBaseball",
                "qwertyuiopasdfghjkl",
                "aaaaaaaaaaaaaaa",
                "abcabcabcabcabc",
                "abababababababab",
                "abcdefghijklmnop",
                "123456789012345",
                "543210987654321",
                "1234567890-1234",
                "abc123456789012",
                "123abc123abc123",
                "Summer-2024",
                "admin",
                ""
            })
    void isAmongTheFirstGuesses(String password) {
        assertThat(guess.likely(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "Correct-Horse-1a2b3c4d",
                "admin wears a red hat",
                "user drinks green tea",
                "nobody knows me so far",
                "purple-window-7-garden",
                "password of my first bicycle",
                "839201756483920",
                "k9!vQ2#mZx7$Lp4",
                "sam847392017563",
                "Gemüsebrühe am Mittwoch",
                "пароль от старого шкафа"
            })
    void isNot(String password) {
        assertThat(guess.likely(password)).isFalse();
    }

    @Test
    void aVeryLongOneIsNoWork() {
        assertThat(guess.likely("x1y".repeat(1_000_000))).isTrue();
        assertThat(guess.likely("a".repeat(500_000) + "b".repeat(500_000))).isFalse();
    }
}
