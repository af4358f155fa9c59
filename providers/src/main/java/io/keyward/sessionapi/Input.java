package io.keyward.sessionapi;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a call was given. Each field is asked for by its name; once all are, {@link #check()} refuses the request with
 * everything that is wrong with them. Fields that nobody asks for do not matter.
 */
final class Input {

    private final Call call;
    private final JsonNode object;
    private final Map<String, ErrorCode> wrong = new LinkedHashMap<>();

    private Input(Call call, JsonNode object) {
        this.call = call;
        this.object = object;
    }

    /** Refuses requests of other sites before anything is read. */
    static Input of(Call call, InputStream body) {
        new Origins(call).requireForChange();
        if (!Texts.languageReadable(call.session())) {
            throw Problem.of(ErrorCode.INVALID_INPUT, call);
        }
        JsonText text = JsonText.read(body);
        // Any other type has been refused before, see BodyType.
        if (call.headers(HttpHeaders.CONTENT_TYPE).isEmpty() && !text.empty()) {
            throw Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, call);
        }
        try {
            return new Input(call, text.object());
        } catch (JsonText.Refused refused) {
            throw Problem.of(refused.code(), call);
        }
    }

    /** A text that must be there, of 1 to {@code most} characters; "" when it is wrong, see {@link #check()}. */
    String required(String name, int most, Characters allowed) {
        String value = optional(name, most, allowed);
        if (value == null && !wrong.containsKey(name)) {
            wrong.put(name, ErrorCode.MISSING_FIELD);
        }
        return value == null ? "" : value;
    }

    /** A text that may be there; null when it is not, is null, empty, or wrong, see {@link #check()}. */
    String optional(String name, int most, Characters allowed) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            wrong.put(name, ErrorCode.WRONG_TYPE);
        } else if (value.textValue().length() > most) {
            wrong.put(name, ErrorCode.TOO_LONG);
        } else if (!allowed.in(value.textValue())) {
            wrong.put(name, ErrorCode.BAD_CHARACTERS);
        } else {
            return value.textValue().isEmpty() ? null : value.textValue();
        }
        return null;
    }

    /** 400 with a sentence for each field that was asked for and is wrong. */
    void check() {
        if (wrong.isEmpty()) {
            return;
        }
        Texts texts = new Texts(call.session());
        Map<String, String> fields = new LinkedHashMap<>();
        wrong.forEach((name, code) -> fields.put(name, texts.of(code.text())));
        throw Problem.input(wrong.values().iterator().next(), call, fields);
    }
}
