package io.keyward.mailoutbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a mail stands. {@link #word()} is what is stored and shown; it never changes. */
public enum MailStatus {
    /** Waits for its first attempt. */
    QUEUED,
    /** A courier has it, until its lease ends. */
    SENDING,
    /** Was tried and waits for the next attempt. */
    RETRYING,
    /** The mail server has it. */
    SENT,
    /** Will not be sent; {@link MailFailure} says why. */
    FAILED,
    /** Its link or code ended before it could be sent, so it was not. */
    EXPIRED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether something is still to be done. */
    public boolean open() {
        return this == QUEUED || this == SENDING || this == RETRYING;
    }

    public static Optional<MailStatus> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }
}
