package io.keyward.stack;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A mail as one recipient got it.
 *
 * @param recipient the address in the envelope
 * @param from the {@code From} header
 * @param text the plain text part, or an empty string
 * @param html the HTML part, or an empty string
 * @param headers header names as sent, with their decoded values in order
 * @param source the whole message as it came over the wire
 */
public record CaughtMail(
        String id,
        Instant receivedAt,
        String recipient,
        String from,
        String subject,
        String text,
        String html,
        Map<String, List<String>> headers,
        String source) {

    /** The first value of a header, whatever the case of its name, or an empty string. */
    public String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().get(0))
                .findFirst()
                .orElse("");
    }
}
