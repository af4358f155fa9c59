package io.keyward.mailoutbox;

/** There is no transaction in which a mail could be written, as after the commit of the session that sends it. */
public final class NoTransactionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoTransactionException() {
        super("there is no transaction to write the mail in");
    }
}
