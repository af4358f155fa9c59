package io.keyward.mailoutbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a mail was not sent. {@link #word()} is what is stored and shown; it never changes. */
public enum MailFailure {
    /** No connection, or the server turned it away. */
    CONNECTION,
    /** No encrypted connection, or a certificate that is not trusted. */
    TLS,
    /** The server refuses the user or password, or a token could not be had. */
    AUTHENTICATION,
    /** The settings of the realm cannot work. */
    CONFIGURATION,
    /** The server refuses the sender. */
    SENDER,
    /** The server refuses the recipient. */
    RECIPIENT,
    /** The server refuses the message. */
    CONTENT,
    /** Too many mails in too short a time. */
    RATE,
    /** The connection broke, or the server stopped answering, in the middle. */
    CONNECTION_LOST,
    /** The address cannot be written to a server of this kind. */
    ADDRESS,
    /** The realm's key that the mail was encrypted with is gone. */
    KEY_LOST,
    /** The stored mail cannot be read although its key is there. */
    UNREADABLE,
    /** An admin cancelled it. */
    CANCELLED,
    /** Something that should not happen; the log says what. */
    UNEXPECTED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for null and for a word of a newer version. */
    public static Optional<MailFailure> of(String word) {
        return Arrays.stream(values())
                .filter(failure -> failure.word().equals(word))
                .findFirst();
    }
}
