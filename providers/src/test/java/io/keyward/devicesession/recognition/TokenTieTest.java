package io.keyward.devicesession.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TokenTieTest {

    @Test
    void aUseIsNotedOncePerInterval() {
        assertThat(TokenTie.told(600L, 600)).isTrue();
        assertThat(TokenTie.told(600L, 899)).isTrue();
        assertThat(TokenTie.told(600L, 900)).isFalse();
        assertThat(TokenTie.told(599L, 600)).isFalse();
    }

    @Test
    void aTokenThatDoesNotTellItsAgeIsNoted() {
        assertThat(TokenTie.told(null, 600)).isFalse();
    }
}
