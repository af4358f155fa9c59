package io.keyward.mailoutbox.mailtrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookSecretsTest {

    /** RFC 4231, 4.3. */
    private static final byte[] BODY = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);

    private static final String SIGNATURE = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    private final WebhookSecrets secrets = new WebhookSecrets(List.of("other", "Jefe"));

    @Test
    void knowsASignatureOfAnyOfItsSecrets() {
        assertThat(secrets.signed(BODY, SIGNATURE)).isTrue();
        assertThat(secrets.signed(BODY, SIGNATURE.toUpperCase(Locale.ROOT))).isTrue();
        assertThat(new WebhookSecrets(List.of("jefe")).signed(BODY, SIGNATURE)).isFalse();
        assertThat(new WebhookSecrets(List.of()).signed(BODY, SIGNATURE)).isFalse();
    }

    @Test
    void oneBitOfTheBodyMatters() {
        byte[] other = BODY.clone();
        other[3] ^= 1;
        assertThat(secrets.signed(other, SIGNATURE)).isFalse();
        assertThat(secrets.signed(new byte[0], SIGNATURE)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "5bdcc146",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3842",
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                "zzdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                " 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec384",
                "0000000000000000000000000000000000000000000000000000000000000000"
            })
    void takesNoOtherSignature(String signature) {
        assertThat(secrets.signed(BODY, signature)).isFalse();
    }
}
