package io.keyward.mailoutbox.seal;

import java.util.Locale;

/** Which part of a row was sealed; one cannot be put in the place of the other. */
public enum Part {
    ADDRESS,
    CONTENT;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
