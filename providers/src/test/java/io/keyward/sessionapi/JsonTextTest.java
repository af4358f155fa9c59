package io.keyward.sessionapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTextTest {

    @Test
    void anObjectIsRead() throws Exception {
        assertThat(read("{\"email\": \"ä@example.org\"}").object().get("email").textValue())
                .isEqualTo("ä@example.org");
    }

    @Test
    void nothingIsAnObjectWithoutFields() throws Exception {
        assertThat(JsonText.read(null).object()).isEmpty();
        assertThat(read("").object()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "7",
                "\"text\"",
                "{",
                "{\"a\":1}{\"a\":1}",
                "{\"a\":1,\"a\":1}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":123456789012345678901234567890123456789012345678901}",
                "{\"a\":[[[[[1]]]]]}"
            })
    void anythingElseIsRefused(String body) {
        refused(read(body), ErrorCode.INVALID_JSON);
    }

    @Test
    void otherEncodingsAreRefused() {
        refused(read("{}".getBytes(StandardCharsets.UTF_16)), ErrorCode.INVALID_JSON);
        refused(read("{}".getBytes(StandardCharsets.UTF_16LE)), ErrorCode.INVALID_JSON);
        refused(read(new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'}), ErrorCode.INVALID_JSON);
        refused(
                read(new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'}),
                ErrorCode.INVALID_JSON);
    }

    @Test
    void oneByteTooManyIsTooMany() throws Exception {
        String most = "{\"a\":\"" + "x".repeat(JsonText.MAX_BYTES - 8) + "\"}";
        assertThat(read(most).object().get("a").textValue()).hasSize(JsonText.MAX_BYTES - 8);
        refused(read(most + " "), ErrorCode.BODY_TOO_LONG);
    }

    @Test
    void aBodyThatBreaksOffIsNoJson() {
        refused(
                JsonText.read(new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("broken off");
                    }
                }),
                ErrorCode.INVALID_JSON);
    }

    private static void refused(JsonText text, ErrorCode code) {
        assertThatThrownBy(text::object)
                .isInstanceOfSatisfying(
                        JsonText.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static JsonText read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonText read(byte[] body) {
        return JsonText.read(new ByteArrayInputStream(body));
    }
}
