package io.keyward.onetimetoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenRequestTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String HASH = TokenHash.of("code").value();

    @Test
    void doesNotShowTheAddress() {
        TokenRequest request = request("ann@example.org", DAY);
        assertThat(request.toString()).contains("verify-email").doesNotContain("ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ann@example.org\r\nBcc: bob@example.org", "a\0@example.org"})
    void refusesWhatCannotBeAnAddress(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> request(address, DAY));
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThat(request("a".repeat(255), DAY).address()).hasSize(255);
        assertThatIllegalArgumentException().isThrownBy(() -> request("a".repeat(256), DAY));
    }

    @Test
    void refusesALifespanOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> request("a@example.org", Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> request("a@example.org", DAY.negated()));
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeRequest(HASH, Duration.ZERO, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeRequest(HASH, DAY, 0));
    }

    @Test
    void aCodeIsHashedBeforeItComesHere() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeRequest("12345678", DAY, 5));
        assertThat(new CodeRequest(HASH, DAY, 5).toString()).doesNotContain(HASH);
    }

    private static TokenRequest request(String address, Duration lifespan) {
        return new TokenRequest("realm", "user", "verify-email", address, lifespan, null, null);
    }
}
