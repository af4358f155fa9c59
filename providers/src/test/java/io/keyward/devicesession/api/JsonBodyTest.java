package io.keyward.devicesession.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonBodyTest {

    @Test
    void fields() {
        JsonBody body = read("{\"name\": \"x\", \"none\": null, \"yes\": true, \"more\": [1]}");
        assertThat(body.text("name")).isEqualTo("x");
        assertThat(body.text("none")).isNull();
        assertThat(body.flag("yes")).isTrue();
        assertRefused(() -> body.text("absent"), "missing-field");
        assertRefused(() -> body.text("yes"), "wrong-type");
        assertRefused(() -> body.text("more"), "wrong-type");
        assertRefused(() -> body.flag("name"), "wrong-type");
        assertRefused(() -> body.flag("none"), "wrong-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{'name': 'x'}",
                "{\"name\": \"x\"} {}",
                "{\"name\": \"x\", \"name\": \"y\"}",
                "{\"name\": \"\\ud83\"}",
                "{\"name\": NaN}",
                "name=x",
                "\u0000"
            })
    void whatIsNoJson(String text) {
        assertRefused(() -> read(text), "body-no-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"x\"", "1", "null", "true"})
    void whatIsNoObject(String text) {
        assertRefused(() -> read(text), "body-no-object");
    }

    @Test
    void deepNesting() {
        assertRefused(() -> read("{\"name\":" + "[".repeat(20_000)), "body-no-json");
    }

    @Test
    void bytesThatAreNoText() {
        assertRefused(
                () -> JsonBody.read(new ByteArrayInputStream(
                        new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'})),
                "body-no-json");
    }

    @Test
    void aLongBody() {
        assertRefused(() -> read("{\"name\": \"" + "x".repeat(70_000) + "\"}"), "body-too-long");
    }

    private static JsonBody read(String text) {
        return JsonBody.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertRefused(ThrowingCallable reading, String code) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(BadInput.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal).message().isNotBlank();
        });
    }
}
