package io.keyward.mailoutbox.mailtrap;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.mailoutbox.CustomVariables;
import io.keyward.mailoutbox.DeliveryReport;
import io.keyward.mailoutbox.DeliveryReport.Kind;
import io.keyward.mailoutbox.MailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One event of a webhook, as far as it is of use here.
 *
 * @param outboxId the row of the mail, from the custom variables that went with it
 * @param email to whom Mailtrap sent it, in lower case
 * @param report what happened
 * @param unreachable whether Mailtrap sends nothing more to this address
 */
record WebhookEvent(String outboxId, String email, DeliveryReport report, boolean unreachable) {

    /** Events about a mail; others, such as {@code open} and {@code click}, are not our business. */
    private static final Map<String, Kind> KINDS = Map.of(
            "delivery", Kind.DELIVERED,
            "soft bounce", Kind.DELAYED,
            "bounce", Kind.BOUNCED,
            "reject", Kind.REJECTED,
            "suspension", Kind.SUSPENDED,
            "spam", Kind.COMPLAINED,
            "unsubscribe", Kind.UNSUBSCRIBED);

    /** Bounces after which Mailtrap puts the address on its suppression list. The others blame the sender, or the day. */
    private static final Set<String> ABOUT_THE_ADDRESS = Set.of("badrecipient", "overquota", "timeout");

    private static final String SUPPRESSED = "suppression list";
    private static final int LONGEST_CATEGORY = 64;
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    /**
     * @param now what says to happen long after this is passed over: it would outlast all that is true
     * @return empty for events that are unknown, lack what they need, or are about a mail that is not ours
     */
    static Optional<WebhookEvent> of(JsonNode event, Instant now) {
        Kind kind = KINDS.get(event.path("event").asText());
        String outboxId =
                event.path("custom_variables").path(CustomVariables.OUTBOX_ID).asText("");
        String email = event.path("email").asText("");
        JsonNode timestamp = event.path("timestamp");
        if (kind == null || outboxId.isEmpty() || email.isEmpty() || !seconds(timestamp, now)) {
            return Optional.empty();
        }
        String category = category(event.path("bounce_category").asText(""));
        DeliveryReport report = new DeliveryReport(
                kind, Instant.ofEpochSecond(timestamp.longValue()), category, code(event.path("response_code")));
        return Optional.of(new WebhookEvent(
                outboxId, email.toLowerCase(Locale.ROOT), report, unreachable(kind, category, event.path("reason"))));
    }

    private static boolean seconds(JsonNode timestamp, Instant now) {
        return timestamp.canConvertToLong()
                && timestamp.longValue() >= 0
                && timestamp.longValue() <= now.plus(CLOCKS_APART).getEpochSecond();
    }

    private static String category(String given) {
        String word = given.replaceAll("[^A-Za-z0-9_-]", "");
        return word.isEmpty() ? null : word.substring(0, Math.min(word.length(), LONGEST_CATEGORY));
    }

    private static int code(JsonNode code) {
        int number = code.asInt(0);
        return number >= 200 && number <= 599 ? number : 0;
    }

    private static boolean unreachable(Kind kind, String category, JsonNode reason) {
        return switch (kind) {
            case BOUNCED -> category == null || ABOUT_THE_ADDRESS.contains(category.toLowerCase(Locale.ROOT));
            case REJECTED -> reason.asText("").toLowerCase(Locale.ROOT).contains(SUPPRESSED);
            case COMPLAINED, UNSUBSCRIBED -> true;
            // A suspension is about the sender: a domain that is not verified, a limit of the plan.
            case DELIVERED, DELAYED, SUSPENDED -> false;
        };
    }

    /** Whether it is about a mail to this address: an automatic blind copy has the same variables. */
    boolean isTo(String address) {
        return MailAddress.of(address, true)
                .map(sent -> sent.toLowerCase(Locale.ROOT).equals(email))
                .orElse(false);
    }

    /** Without the address. */
    @Override
    public String toString() {
        return "WebhookEvent[" + outboxId + ", " + report.kind().word() + "]";
    }
}
