package io.keyward.mailoutbox.mailtrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.mailoutbox.DeliveryReport;
import io.keyward.mailoutbox.DeliveryReport.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookEventTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final String BOUNCE = """
            {"event":"bounce","timestamp":1728669700,"sending_stream":"transactional","message_id":"m","email":"Ann@example.com",\
            "event_id":"e","response":"[CS01] Message rejected","response_code":555,"bounce_category":"badrecipient",\
            "sending_domain_name":"example.org","custom_variables":{"outbox_id":"row","realm":"r"}}""";

    @Test
    void readsABounce() throws IOException {
        WebhookEvent event = event(BOUNCE).orElseThrow();
        assertThat(event.outboxId()).isEqualTo("row");
        assertThat(event.report())
                .isEqualTo(new DeliveryReport(Kind.BOUNCED, Instant.ofEpochSecond(1_728_669_700), "badrecipient", 555));
        assertThat(event.unreachable()).isTrue();
        assertThat(event.isTo("ann@EXAMPLE.com")).isTrue();
        assertThat(event.isTo("bcc@example.com")).isFalse();
    }

    @Test
    void aUnicodeDomainIsKnownByItsAsciiForm() throws IOException {
        WebhookEvent event = event(BOUNCE.replace("Ann@example.com", "ann@xn--exmple-cua.org"))
                .orElseThrow();
        assertThat(event.isTo("Ann@exämple.org")).isTrue();
    }

    /** Which events say that an address is of no use, and which blame the sender or the day. */
    @ParameterizedTest
    @CsvSource({
        "delivery, '', '', DELIVERED, false",
        "soft bounce, greylisting, '', DELAYED, false",
        "soft bounce, badrecipient, '', DELAYED, false",
        "bounce, badrecipient, '', BOUNCED, true",
        "bounce, overquota, '', BOUNCED, true",
        "bounce, timeout, '', BOUNCED, true",
        "bounce, '', '', BOUNCED, true",
        "bounce, spam, '', BOUNCED, false",
        "bounce, spam_gmail, '', BOUNCED, false",
        "bounce, serverpolicy, '', BOUNCED, false",
        "bounce, dnsFail, '', BOUNCED, false",
        "bounce, something-new, '', BOUNCED, false",
        "reject, '', 'Recipient in suppression list. Reason: unsubscription', REJECTED, true",
        "reject, '', 'The domain is not verified', REJECTED, false",
        "suspension, '', 'Your account has reached its daily sending limit.', SUSPENDED, false",
        "spam, '', '', COMPLAINED, true",
        "unsubscribe, '', '', UNSUBSCRIBED, true"
    })
    void tellsWhatIsTheAddressesFault(String event, String category, String reason, Kind kind, boolean unreachable)
            throws IOException {
        WebhookEvent read = event(BOUNCE.replace("\"bounce\"", "\"" + event + "\"")
                        .replace(
                                "\"bounce_category\":\"badrecipient\"",
                                "\"bounce_category\":\"" + category + "\",\"reason\":\"" + reason + "\""))
                .orElseThrow();
        assertThat(read.report().kind()).isEqualTo(kind);
        assertThat(read.unreachable()).isEqualTo(unreachable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "7",
                "\"bounce\"",
                "{\"event\":\"open\",\"timestamp\":1,\"email\":\"a@b.c\",\"custom_variables\":{\"outbox_id\":\"x\"}}",
                "{\"event\":\"activity_log.user.login\",\"description\":\"x\",\"actor\":{\"id\":1},\"timestamp\":1}",
                "{\"event\":\"bounce\",\"timestamp\":1,\"email\":\"a@b.c\"}",
                "{\"event\":\"bounce\",\"timestamp\":\"1\",\"email\":\"a@b.c\",\"custom_variables\":{\"outbox_id\":\"x\"}}",
                "{\"event\":\"bounce\",\"timestamp\":1e300,\"email\":\"a@b.c\",\"custom_variables\":{\"outbox_id\":\"x\"}}",
                "{\"event\":\"bounce\",\"timestamp\":1,\"email\":\"\",\"custom_variables\":{\"outbox_id\":\"x\"}}"
            })
    void passesOverWhatItDoesNotKnow(String json) throws IOException {
        assertThat(event(json)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1800000000, true",
        "1800003600, true",
        "1800003601, false",
        "1728669700000, false",
        "9223372036854775807, false",
        "0, true",
        "-1, false"
    })
    void timesAreSecondsAndNotFarAhead(String timestamp, boolean taken) throws IOException {
        assertThat(event(BOUNCE.replace("1728669700", timestamp)).isPresent()).isEqualTo(taken);
    }

    @Test
    void oddWordsAndNumbersAreBroughtIntoForm() throws IOException {
        String odd = BOUNCE.replace("badrecipient", "bad\\r\\n<recipient>" + "x".repeat(100))
                .replace("555", "70000");
        DeliveryReport report = event(odd).orElseThrow().report();
        assertThat(report.category()).startsWith("badrecipientxxx").hasSize(64);
        assertThat(report.replyCode()).isZero();
    }

    @Test
    void bothFormatsAreRead() throws IOException {
        assertThat(events("{\"events\":[" + BOUNCE + "," + BOUNCE + "]}")).hasSize(2);
        assertThat(events(BOUNCE + "\n" + BOUNCE + "\n")).hasSize(2);
        assertThat(events("")).isEmpty();
        assertThat(events("{\"events\":[]}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "x", "{", "{\"events\":[", "7", "\"text\""})
    void whatIsNoBodyOfAWebhookIsRefused(String body) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> events(body));
    }

    @Test
    void aBodyHasALimit() throws IOException {
        assertThat(WebhookBody.read(new ByteArrayInputStream(new byte[WebhookBody.MOST_BYTES])))
                .isPresent();
        assertThat(WebhookBody.read(new ByteArrayInputStream(new byte[WebhookBody.MOST_BYTES + 1])))
                .isEmpty();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> events("{} ".repeat(10_001)));
    }

    private static List<JsonNode> events(String body) throws IOException {
        return WebhookBody.events(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<WebhookEvent> event(String json) throws IOException {
        return WebhookEvent.of(new ObjectMapper().readTree(json), NOW);
    }
}
