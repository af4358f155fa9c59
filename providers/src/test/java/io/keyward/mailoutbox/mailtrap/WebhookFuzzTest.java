package io.keyward.mailoutbox.mailtrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WebhookFuzzTest {

    private static final String EVENT = "{\"event\":\"bounce\",\"message_id\":\"1\",\"email\":\"ada@example.org\","
            + "\"timestamp\":1763830000,\"response_code\":550,\"bounce_category\":\"badmailbox\","
            + "\"custom_variables\":{\"keyward_id\":\"5c1b0f0e-6f0b-4f0e-9d0c-3f2a1b7c9e11\"}}";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void anEventIsReadOrPassedOver() {
        Fuzz.texts(
                text -> {
                    try {
                        var node = json.readTree(text);
                        if (node != null) {
                            assertThat(WebhookEvent.of(node, Instant.EPOCH)).isNotNull();
                        }
                    } catch (JsonProcessingException noJson) {
                        assertThat(noJson).isNotNull();
                    }
                },
                EVENT,
                "{\"event\":{}}",
                "[]");
    }

    @Test
    void noOtherTextIsTheSignature() {
        WebhookSecrets secrets = new WebhookSecrets(List.of("0123456789abcdef0123456789abcdef"));
        byte[] body = EVENT.getBytes(StandardCharsets.UTF_8);
        Fuzz.texts(
                text -> assertThat(secrets.signed(body, text)).isFalse(), "0".repeat(64), "sha256=" + "a".repeat(64));
    }
}
