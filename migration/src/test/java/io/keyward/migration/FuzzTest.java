package io.keyward.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What stands in a table that somebody else has written: read or not read, never a failure. */
final class FuzzTest {

    private static final String[] GOOD = {
        "2026-11-22T18:00:00Z",
        "2026-11-22 18:00:00+02",
        "1763830000",
        "true",
        "f",
        "$2a$10$" + "a".repeat(53),
        "Ada Lovelace",
        "5c1b0f0e-6f0b-4f0e-9d0c-3f2a1b7c9e11"
    };
    private static final String ODD = "\0\r\n\t \"',;:.+-0123456789TZ\u00e9\u202e\ud800\udfff\ufeff$abyAZ";

    @Test
    void everyCellIsReadOrNot() {
        Random random = new Random(20_261_123);
        for (int round = 0; round < 50_000; round++) {
            StringBuilder cell = new StringBuilder(GOOD[random.nextInt(GOOD.length)]);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(cell.length() + 1);
                if (random.nextInt(4) == 0) {
                    cell.setLength(at);
                } else {
                    cell.insert(at, ODD.charAt(random.nextInt(ODD.length())));
                }
            }
            String text = cell.toString();
            assertThat(Moments.read(text)).isNotNull();
            assertThat(Truth.read(text)).isNotNull();
            assertThat(PersonName.split(text)).isNotNull();
            assertThat(UserId.of("realm", text, true)).isNotNull();
            BcryptText.of(text).ifPresent(hash -> assertThat(hash.text()).isEqualTo(text));
        }
    }
}
