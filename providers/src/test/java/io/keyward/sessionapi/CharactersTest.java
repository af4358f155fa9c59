package io.keyward.sessionapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CharactersTest {

    @Test
    void noneAllowsHalfAPairOrANul() {
        for (Characters characters : Characters.values()) {
            assertThat(characters.in("a\ud800")).as("%s", characters).isFalse();
            assertThat(characters.in("\udc00\ud800")).as("%s", characters).isFalse();
            assertThat(characters.in("a\0b")).as("%s", characters).isFalse();
        }
    }

    @Test
    void aLineIsOneLine() {
        assertThat(Characters.LINE.in("Ada Lovelace 🙂 é")).isTrue();
        assertThat(Characters.LINE.in("Ada\nBcc: x")).isFalse();
        assertThat(Characters.LINE.in("Ada\u0085")).isFalse();
        assertThat(Characters.LINE.in("Ada\u2028")).isFalse();
    }

    @Test
    void aPasswordMayHoldWhatCanBePasted() {
        assertThat(Characters.ANY.in("tab\tand 🙂 and \u0001")).isTrue();
    }

    @Test
    void aTokenIsPlain() {
        assertThat(Characters.TOKEN.in("eyJ.a-b_c")).isTrue();
        assertThat(Characters.TOKEN.in("a b")).isFalse();
        assertThat(Characters.TOKEN.in("ä")).isFalse();
    }
}
