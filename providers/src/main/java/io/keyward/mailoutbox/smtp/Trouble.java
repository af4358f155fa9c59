package io.keyward.mailoutbox.smtp;

import io.keyward.mailoutbox.MailFailure;

/** The connection cannot be used any more. */
final class Trouble extends Exception {

    private static final long serialVersionUID = 1L;

    private final MailFailure failure;
    private final int replyCode;
    private final boolean handedOver;

    private Trouble(MailFailure failure, int replyCode, boolean handedOver, Throwable cause) {
        super("SMTP: " + failure.word() + " " + replyCode, cause);
        this.failure = failure;
        this.replyCode = replyCode;
        this.handedOver = handedOver;
    }

    /** The server, or the settings, are at fault. */
    static Trouble server(MailFailure failure, int replyCode, Throwable cause) {
        return new Trouble(failure, replyCode, false, cause);
    }

    /**
     * The connection broke.
     *
     * @param handedOver whether the message had been written, so that the server may have it
     */
    static Trouble lost(boolean handedOver, Throwable cause) {
        return new Trouble(MailFailure.CONNECTION_LOST, 0, handedOver, cause);
    }

    MailFailure failure() {
        return failure;
    }

    int replyCode() {
        return replyCode;
    }

    /** Broken, or ended by the server with 421, as it ends one that was idle for too long. */
    boolean connectionGone() {
        return failure == MailFailure.CONNECTION_LOST || replyCode == Reply.CLOSING;
    }

    boolean handedOver() {
        return handedOver;
    }
}
