package io.keyward.passwordreset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedNameTest {

    @Test
    void isLookedForWithoutTheSpacesAround() {
        assertThat(TypedName.searchable("  ada@example.org\t")).isEqualTo("ada@example.org");
        assertThat(TypedName.searchable("Zoë 🔑")).isEqualTo("Zoë 🔑");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "a\0b", "a\nb", "a\uD800b", "\uDC00"})
    void isNotLookedForIfNoAccountCanHaveIt(String typed) {
        assertThat(TypedName.searchable(typed)).isNull();
    }

    @Test
    void isNotLookedForIfItIsTooLong() {
        assertThat(TypedName.searchable("a".repeat(255))).hasSize(255);
        assertThat(TypedName.searchable("a".repeat(256))).isNull();
    }

    @Test
    void isShownInOneLineWithoutBrokenCharacters() {
        assertThat(TypedName.shown(" a\0b\r\nc\uD800d🔑 ")).isEqualTo("abcd🔑");
        assertThat(TypedName.shown("a".repeat(10_000))).hasSize(255);
    }

    @Test
    void isMissingWhenThereIsNothingToRead() {
        assertThat(TypedName.missing(null)).isTrue();
        assertThat(TypedName.missing(" \t")).isTrue();
        assertThat(TypedName.missing("\0")).isFalse();
    }
}
