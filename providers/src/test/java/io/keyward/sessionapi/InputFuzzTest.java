package io.keyward.sessionapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.fuzz.Fuzz;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class InputFuzzTest {

    @Test
    void aBodyIsAnObjectOrRefused() {
        Fuzz.texts(
                text -> {
                    try {
                        assertThat(JsonText.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                                        .object()
                                        .isObject())
                                .isTrue();
                    } catch (JsonText.Refused refused) {
                        assertThat(refused.code()).isIn(ErrorCode.INVALID_JSON, ErrorCode.BODY_TOO_LONG);
                    }
                },
                "{\"email\":\"ada@example.org\",\"password\":\"x\"}",
                "{\"a\":{\"b\":{\"c\":[1,2,3]}}}");
    }

    @Test
    void aHeaderIsVisibleAscii() {
        Fuzz.texts(
                text -> assertThat(Check.header(text)).matches("[\\x21-\\x7e]*").doesNotContain(","),
                "admin",
                "a,b",
                "Zoë");
    }

    @Test
    void aNetworkIsNamedWhateverTheAddress() {
        Fuzz.texts(
                text -> assertThat(Network.of(text)).isNotBlank(),
                "192.0.2.7",
                "2001:db8::1",
                "::ffff:192.0.2.7",
                "fe80::1%eth0");
    }
}
