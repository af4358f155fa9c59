package io.keyward.devicesession.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeviceNameTest {

    private static final String LAPTOP = "\uD83D\uDCBB";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Work laptop",
                "<b>Küche</b> & 'co' \"quoted\"",
                "\uD83D\uDC69\u200D\uD83D\uDCBB",
                "המחשב שלי",
                "هاتفي",
                "‏iPad‎",
                "x"
            })
    void lettersOfAnyScriptStay(String name) {
        assertThat(DeviceName.of(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u00A0 \u3000"})
    void nothingIsNoName(String name) {
        assertThat(DeviceName.of(name).value()).isNull();
    }

    @Test
    void spaceAroundIsTakenAway() {
        assertThat(DeviceName.of(" \u00A0Work  laptop\u3000").value()).isEqualTo("Work  laptop");
    }

    @Test
    void decomposedLettersAreComposed() {
        assertThat(DeviceName.of("Ku\u0308che").value()).isEqualTo("K\u00FCche");
    }

    @Test
    void sixtyCharactersAreCountedAsPeopleCountThem() {
        assertThat(DeviceName.of(LAPTOP.repeat(60)).value()).hasSize(120);
        assertThat(DeviceName.of("u\u0308".repeat(60)).value()).hasSize(60);
        assertRefused(LAPTOP.repeat(61), "name-too-long");
        assertRefused("a".repeat(61), "name-too-long");
        assertRefused("a".repeat(10_000), "name-too-long");
        assertRefused(" ".repeat(10_000), "name-too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "\ta", "a\u0085", "a\u2028b", "a\u2029", "a\u007F", "\u001B[31m"})
    void controlCharactersAreRefused(String name) {
        assertRefused(name, "name-control-character");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u202Eb",
                "\u202Aa",
                "\u202Ba",
                "\u202Ca",
                "\u202Da",
                "\u2066a",
                "\u2067a",
                "\u2068a",
                "\u2069a"
            })
    void whatTurnsTheTextAroundIsRefused(String name) {
        assertRefused(name, "name-direction-control");
    }

    // Half a character has no form in the encoding of a source file or of a CSV.
    @ParameterizedTest
    @CsvSource({"D83D", "DC69", "DFFF"})
    void halfACharacterIsRefused(String hex) {
        String half = String.valueOf((char) Integer.parseInt(hex, 16));
        assertRefused(half, "name-broken");
        assertRefused("a" + half + "b", "name-broken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u200E\u200F", "\u2060", "\uFEFF", "\u3164", "\u200D \u200D", "\u0301"})
    void whatNobodySeesIsRefused(String name) {
        assertRefused(name, "name-invisible");
    }

    private static void assertRefused(String name, String code) {
        assertThatThrownBy(() -> DeviceName.of(name)).isInstanceOfSatisfying(BadInput.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal).message().isNotBlank();
        });
    }
}
