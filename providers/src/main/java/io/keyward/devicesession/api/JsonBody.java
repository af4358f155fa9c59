package io.keyward.devicesession.api;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request: one JSON object of at most 64 KiB, each field at most once. Anything else is {@link BadInput}. */
final class JsonBody {

    private static final int MAX_BYTES = 64 * 1024;

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final JsonNode fields;

    private JsonBody(JsonNode fields) {
        this.fields = fields;
    }

    static JsonBody read(InputStream body) {
        try {
            byte[] bytes = body == null ? new byte[0] : body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new BadInput("body-too-long", "The body has more than " + MAX_BYTES + " bytes");
            }
            JsonNode fields = READER.readValue(bytes);
            if (fields == null || !fields.isObject()) {
                throw new BadInput("body-no-object", "The body must be a JSON object");
            }
            return new JsonBody(fields);
        } catch (IOException unreadable) {
            throw new BadInput("body-no-json", "The body is not JSON");
        }
    }

    /** The text of a field that must be there; null where it says null. */
    String text(String name) {
        JsonNode value = required(name);
        if (!value.isTextual() && !value.isNull()) {
            throw new BadInput("wrong-type", "The field " + name + " must be a text or null");
        }
        return value.textValue();
    }

    /** The yes or no of a field that must be there. */
    boolean flag(String name) {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw new BadInput("wrong-type", "The field " + name + " must be true or false");
        }
        return value.booleanValue();
    }

    private JsonNode required(String name) {
        JsonNode value = fields.get(name);
        if (value == null) {
            throw new BadInput("missing-field", "The field " + name + " is missing");
        }
        return value;
    }
}
