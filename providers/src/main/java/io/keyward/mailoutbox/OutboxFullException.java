package io.keyward.mailoutbox;

/** The outbox takes no more mail; the message says which limit was reached and which option raises it. */
public final class OutboxFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutboxFullException(String message) {
        super(message);
    }
}
