package io.keyward.mailoutbox.mailtrap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The body of a webhook in both formats: an object with {@code events}, or an event on each line (JSON Lines). */
final class WebhookBody {

    /** 500 events, the most that come together, have a quarter of that. */
    static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final int MOST_EVENTS = 10_000;
    private static final ObjectReader READER = new ObjectMapper().readerFor(JsonNode.class);

    private WebhookBody() {}

    /** Empty if there is more than is allowed. */
    static Optional<byte[]> read(InputStream body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : body.readNBytes(MOST_BYTES + 1);
        return bytes.length > MOST_BYTES ? Optional.empty() : Optional.of(bytes);
    }

    /**
     * The events in their order.
     *
     * @throws IOException if it is no JSON, or not of one of the formats
     */
    static List<JsonNode> events(byte[] body) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        try (MappingIterator<JsonNode> objects = READER.readValues(body)) {
            while (objects.hasNextValue()) {
                JsonNode object = objects.nextValue();
                JsonNode together = object.path("events");
                if (together.isArray()) {
                    together.forEach(events::add);
                } else {
                    events.add(object);
                }
                require(object.isObject() && events.size() <= MOST_EVENTS);
            }
        }
        return events;
    }

    private static void require(boolean condition) throws IOException {
        if (!condition) {
            throw new IOException("not a body of a webhook");
        }
    }
}
