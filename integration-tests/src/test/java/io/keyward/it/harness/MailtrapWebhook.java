package io.keyward.it.harness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts events to a realm as Mailtrap's webhooks do, signed with HMAC-SHA-256 over the body as it is sent. */
public final class MailtrapWebhook {

    /** Seconds, as Mailtrap has them: each event later than the one before, and than what the test has just done. */
    private static final AtomicLong TIME = new AtomicLong();

    private final String url;
    private final String secret;

    /**
     * @param realmUrl the address of the realm
     * @param secret the webhook's signing secret
     */
    public MailtrapWebhook(String realmUrl, String secret) {
        this.url = realmUrl + "/keyward/mailtrap";
        this.secret = secret;
    }

    /** An event about a mail of the outbox, as Mailtrap's documentation shows it. */
    public static ObjectNode event(String type, String outboxId, String email) {
        ObjectNode event = Json.object()
                .put("event", type)
                .put(
                        "timestamp",
                        TIME.updateAndGet(last -> Math.max(last, Instant.now().getEpochSecond()) + 1))
                .put("sending_stream", "transactional")
                .put("category", "test")
                .put("message_id", UUID.randomUUID().toString())
                .put("email", email)
                .put("event_id", UUID.randomUUID().toString())
                .put("sending_domain_name", "example.org");
        event.putObject("custom_variables")
                .put("realm", "r")
                .put("purpose", "p")
                .put("outbox_id", outboxId);
        return event;
    }

    /** The address does not exist. */
    public static ObjectNode bounce(String outboxId, String email) {
        return event("bounce", outboxId, email)
                .put("response", "5.1.1 no such user <" + email + ">")
                .put("response_code", 550)
                .put("bounce_category", "badrecipient");
    }

    /** Payload format "JSON". */
    public static String json(ObjectNode... events) {
        ObjectNode body = Json.object();
        body.putArray("events").addAll(List.of(events));
        return Json.write(body);
    }

    public Answer send(ObjectNode... events) {
        return send(json(events));
    }

    public Answer send(String body) {
        return send(body, signature(body));
    }

    /** @param signature null for none */
    public Answer send(String body, String signature) {
        var request = Http.request(url).header("Content-Type", "application/json");
        if (signature != null) {
            request.header("Mailtrap-Signature", signature);
        }
        return Http.send(request.POST(BodyPublishers.ofString(body)));
    }

    public String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
