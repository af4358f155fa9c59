package io.keyward.devicesession.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MomentTest {

    private static final Instant WINTER = Instant.parse("2026-11-22T18:05:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-01T18:05:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void namesTheZoneInTheReadersLanguage() {
        assertThat(new Moment(WINTER, BERLIN).in(Locale.GERMAN))
                .contains("22. November 2026", "19:05")
                .endsWith("(Mitteleuropäische Normalzeit)");
        assertThat(new Moment(SUMMER, BERLIN).in(Locale.UK))
                .contains("1 July 2026", "20:05")
                .endsWith("(Central European Summer Time)");
    }

    @Test
    void utcHasAName() {
        assertThat(new Moment(WINTER, ZoneOffset.UTC).in(Locale.ENGLISH))
                .contains("November 22, 2026", "6:05")
                .endsWith("(Coordinated Universal Time)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mars/Olympus", "Europe/Berlin\r\nBcc: x", "../../etc/passwd", "\uD83D\uDE00"})
    void anUnknownZoneIsUtc(String name) {
        assertThat(Moment.zone(name)).isEqualTo(ZoneOffset.UTC);
        assertThat(Moment.zone(name.repeat(10_000))).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void noZoneIsUtc() {
        assertThat(Moment.zone(null)).isEqualTo(ZoneOffset.UTC);
        assertThat(Moment.zone(" Europe/Berlin ")).isEqualTo(BERLIN);
    }
}
