package io.keyward.mailoutbox.seal;

/** What is stored was not sealed with this key for this row, or was changed since. */
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableException(Throwable cause) {
        super("a sealed mail cannot be opened", cause);
    }
}
