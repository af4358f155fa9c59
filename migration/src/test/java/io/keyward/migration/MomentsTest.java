package io.keyward.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MomentsTest {

    @ParameterizedTest
    @CsvSource({
        "2024-01-02T03:04:05Z, 2024-01-02T03:04:05Z",
        "2024-01-02T03:04:05.5+02:00, 2024-01-02T01:04:05.500Z",
        "2024-01-02 03:04:05.123456+00, 2024-01-02T03:04:05.123456Z",
        "2024-01-02 03:04:05+05:30, 2024-01-01T21:34:05Z",
        "2024-01-02 03:04:05, 2024-01-02T03:04:05Z",
        "2024-01-02T03:04, 2024-01-02T03:04:00Z",
        "2024-01-02, 2024-01-02T00:00:00Z"
    })
    void isRead(String text, Instant moment) {
        assertThat(Moments.read(text)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "now", "02.01.2024", "1704164645", "infinity", "2024-13-01", "+12345-01-01", "0000-00-00"})
    void isNoDate(String text) {
        assertThat(Moments.read(text)).isEmpty();
    }
}
