package io.keyward.sessionapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CheckTest {

    @Test
    void plainValuesStayAsTheyAre() {
        assertThat(Check.header("ada.lovelace+x@example.org")).isEqualTo("ada.lovelace+x@example.org");
        assertThat(Check.header(null)).isEmpty();
    }

    @Test
    void nothingEndsAHeaderOrARole() {
        assertThat(Check.header("a\r\nX: b")).isEqualTo("a%0D%0AX:%20b");
        assertThat(Check.header("one,two")).isEqualTo("one%2Ctwo");
        assertThat(Check.header("100%")).isEqualTo("100%25");
        assertThat(Check.header("é")).isEqualTo("%C3%A9");
    }
}
