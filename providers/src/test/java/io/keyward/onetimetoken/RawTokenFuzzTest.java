package io.keyward.onetimetoken;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.fuzz.Fuzz;
import org.junit.jupiter.api.Test;

final class RawTokenFuzzTest {

    @Test
    void aTokenIsFortyThreeCharactersAndNothingElse() {
        Fuzz.texts(
                text -> RawToken.parse(text).ifPresent(token -> {
                    assertThat(token.value()).isEqualTo(text);
                    assertThat(text).matches("[A-Za-z0-9_-]{43}");
                }),
                RawToken.random().value());
    }
}
