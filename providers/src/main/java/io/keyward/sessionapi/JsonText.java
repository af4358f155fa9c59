package io.keyward.sessionapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The body of a request: UTF-8, at most 64 KiB, one JSON object without nesting worth the name, each field once. An empty body
 * stands for an object without fields.
 */
final class JsonText {

    static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_DEPTH = 5;
    private static final int MAX_NUMBER = 50;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER)
                            .maxStringLength(MAX_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final byte[] bytes;

    private JsonText(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads one byte more than allowed, at most. */
    static JsonText read(InputStream body) {
        try {
            return new JsonText(body == null ? new byte[0] : body.readNBytes(MAX_BYTES + 1));
        } catch (IOException brokenOff) {
            return new JsonText(new byte[] {'?'});
        }
    }

    boolean empty() {
        return bytes.length == 0;
    }

    /** @throws Refused where the body is no such object */
    JsonNode object() throws Refused {
        if (empty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (bytes.length > MAX_BYTES) {
            throw new Refused(ErrorCode.BODY_TOO_LONG);
        }
        try {
            JsonNode node = READER.readValue(decoded());
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (IOException notJson) {
            // Said below: the parser's message quotes what was sent.
        }
        throw new Refused(ErrorCode.INVALID_JSON);
    }

    /** Decoded here, since the parser would take UTF-16 and UTF-32 as well, and lets some malformed bytes pass. */
    private String decoded() throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** The body cannot be what was meant. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final ErrorCode code;

        private Refused(ErrorCode code) {
            super(code.word(), null, false, false);
            this.code = code;
        }

        ErrorCode code() {
            return code;
        }
    }
}
