package io.keyward.sessionapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GrantFormTest {

    private final GrantForm form = new GrantForm("password", "shop").with("password", "secret");

    @Test
    void holdsWhatWasGiven() {
        assertThat(form.getFirst("grant_type")).isEqualTo("password");
        assertThat(form.getFirst("client_id")).isEqualTo("shop");
        assertThat(form.getFirst("password")).isEqualTo("secret");
    }

    @Test
    void aCodeAskedForAfterThePasswordTells() {
        form.hand();
        assertThat(form.secondFactorAsked()).isFalse();
        form.getFirst("password");
        assertThat(form.secondFactorAsked()).isFalse();
        form.getFirst("otp");
        assertThat(form.secondFactorAsked()).isTrue();
    }

    @Test
    void aCodeAskedForBeforeThePasswordDoesNot() {
        form.hand();
        form.getFirst("otp");
        form.getFirst("password");
        assertThat(form.secondFactorAsked()).isFalse();
    }
}
