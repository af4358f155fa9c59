package io.keyward.devicesession.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TokenTieTest {

    @Test
    void aUseIsNotedOncePerInterval() {
        assertThat(TokenTie.told(7_200L, 7_200)).isTrue();
        assertThat(TokenTie.told(7_200L, 10_799)).isTrue();
        assertThat(TokenTie.told(7_200L, 10_800)).isFalse();
        assertThat(TokenTie.told(7_199L, 7_200)).isFalse();
    }

    @Test
    void aTokenThatDoesNotTellItsAgeIsNoted() {
        assertThat(TokenTie.told(null, 7_200)).isFalse();
    }
}
