package io.keyward.mailoutbox.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.fuzz.Fuzz;
import org.junit.jupiter.api.Test;

final class RateLimitFuzzTest {

    @Test
    void aRateIsOneOrIsRefused() {
        Fuzz.texts(
                text -> RateLimit.parse(text).filter(rate -> !rate.none()).ifPresent(rate -> {
                    assertThat(rate.mails()).isPositive();
                    assertThat(rate.period()).isPositive();
                }),
                "150/10",
                "none",
                "mailtrap-api");
    }
}
