package io.keyward.devicesession.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CookieValueTest {

    private static final String ID = "A".repeat(43);
    private static final CookieValue VALUE = new CookieValue(ID, "0b1c-äöü.key", new byte[64]);

    @Test
    void comesBackAsItWent() {
        assertThat(CookieValue.parse(VALUE.text())).hasValueSatisfying(read -> {
            assertThat(read.id()).isEqualTo(ID);
            assertThat(read.kid()).isEqualTo(VALUE.kid());
            assertThat(read.mac()).isEqualTo(VALUE.mac());
        });
    }

    @Test
    void tellsALogNothing() {
        assertThat(VALUE.toString()).doesNotContain(ID);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "...",
                "v1...",
                "v2.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.a2lk.AA",
                "v1.%00.%00.%00",
                "null",
                "\u0000",
                "💥"
            })
    void junkIsNoCookie(String text) {
        assertThat(CookieValue.parse(text)).isEmpty();
    }

    @Test
    void aKeyIdThatIsNoBase64IsNoCookie() {
        assertThat(CookieValue.parse("v1." + ID + ".A." + "A".repeat(86))).isEmpty();
    }

    @Test
    void everyTruncationIsNoCookie() {
        String whole = VALUE.text();
        for (int length = 0; length < whole.length(); length++) {
            assertThat(CookieValue.parse(whole.substring(0, length))).isEmpty();
        }
        assertThat(CookieValue.parse(whole + "A")).isEmpty();
        assertThat(CookieValue.parse(whole + "\n")).isEmpty();
    }

    @Test
    void whateverIsSentNeverThrows() {
        Random random = new Random(20_261_122);
        String alphabet = "v1.AZaz09_-=+/%\u0000\n\t\"; é€💥";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "v1." + ID + "." : "");
            int length = random.nextInt(600);
            for (int i = 0; i < length; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(CookieValue.parse(text.toString())).isEmpty();
        }
    }

    @Test
    void aChangedCharacterNeverThrows() {
        Random random = new Random(7);
        String whole = VALUE.text();
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(whole);
            text.setCharAt(random.nextInt(whole.length()), (char) random.nextInt(0x300));
            assertThat(CookieValue.parse(text.toString())).isNotNull();
        }
    }
}
