package io.keyward.it.passwords;

/** The presets as the documentation has them. */
final class Presets {

    static final String CLASSIC = "length(8) and maxLength(256) and upperCase(1) and lowerCase(1) and digits(1)"
            + " and specialChars(1) and keyward-common-passwords(undefined) and notUsername(undefined)"
            + " and notContainsUsername(undefined) and notEmail(undefined)";

    private Presets() {}
}
