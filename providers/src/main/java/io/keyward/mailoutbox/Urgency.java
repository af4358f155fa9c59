package io.keyward.mailoutbox;

import java.util.Locale;

/** Which mail goes first. */
public enum Urgency {
    /** Somebody sits there and waits for it: codes, links to sign in or to reset. */
    URGENT,
    /** Everything else. */
    NORMAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
