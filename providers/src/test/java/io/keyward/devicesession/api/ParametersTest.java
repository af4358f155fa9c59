package io.keyward.devicesession.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ParametersTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "200, 200",
        "201, 200",
        "0, 1",
        "-1, 1",
        "-99999999999999999999, 1",
        "1000000000, 200",
        "99999999999999999999, 200",
        "'', 50"
    })
    void sizesAreBounded(String value, int size) {
        assertThat(Parameters.size("max", value, 50, 200)).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ten", "1.5", "1e3", "+5", " 5", "٥", "-", "0x10", "1234567890123456789012345678901"})
    void whatIsNoNumberIsRefused(String value) {
        assertRefused(() -> Parameters.size("max", value, 50, 200), "not-a-number");
    }

    @Test
    void times() {
        assertThat(Parameters.time("seenAfter", "2026-11-22T18:00:00Z"))
                .isEqualTo(Instant.parse("2026-11-22T18:00:00Z"));
        assertThat(Parameters.time("seenAfter", "2026-11-22T19:00:00+01:00"))
                .isEqualTo(Instant.parse("2026-11-22T18:00:00Z"));
        assertThat(Parameters.time("seenAfter", null)).isNull();
        assertThat(Parameters.time("seenAfter", "")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-11-22",
                "2026-02-30T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z",
                "1763830800"
            })
    void whatIsNoTimeIsRefused(String value) {
        assertRefused(() -> Parameters.time("seenAfter", value), "not-a-time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1-1-1-1-1", "00000000-0000-0000-0000-00000000000g", "../admin", "\u0000"})
    void whatIsNoId(String value) {
        assertThat(Parameters.id(value)).isFalse();
    }

    private static void assertRefused(Runnable reading, String code) {
        assertThatThrownBy(reading::run).isInstanceOfSatisfying(BadInput.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal).message().isNotBlank();
        });
    }
}
