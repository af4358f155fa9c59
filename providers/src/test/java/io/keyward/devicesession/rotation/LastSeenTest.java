package io.keyward.devicesession.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LastSeenTest {

    @ParameterizedTest
    @CsvSource({
        "600, 600, false",
        "600, 899, false",
        "600, 900, true",
        "599, 600, true",
        "0, 86400, true",
        "900, 899, true"
    })
    void aRefreshIsNotedOnceInEachInterval(long issuedAt, long now, boolean due) {
        assertThat(LastSeen.due(issuedAt, now)).isEqualTo(due);
    }

    @Test
    void aTokenThatDoesNotSayWhenItWasMadeIsNoted() {
        assertThat(LastSeen.due(null, 600)).isTrue();
    }

    @Test
    void refreshesEveryMinuteAreNotedTwelveTimesAnHour() {
        int noted = 0;
        for (long minute = 1; minute <= 60; minute++) {
            noted += LastSeen.due((minute - 1) * 60, minute * 60) ? 1 : 0;
        }
        assertThat(noted).isEqualTo(12);
    }
}
