package io.keyward.emailverification.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.fuzz.Fuzz;
import org.junit.jupiter.api.Test;

final class VerificationCodeFuzzTest {

    @Test
    void whateverIsTypedHasAHash() {
        String salt = VerificationCode.newSalt();
        String right = VerificationCode.typed("1234 5678").hash(salt);
        Fuzz.texts(
                text -> {
                    String hash = VerificationCode.typed(text).hash(salt);
                    assertThat(hash).hasSize(right.length());
                    if (hash.equals(right)) {
                        assertThat(text.replaceAll("\\D", "")).isEqualTo("12345678");
                    }
                },
                "1234 5678",
                "12345678");
    }
}
