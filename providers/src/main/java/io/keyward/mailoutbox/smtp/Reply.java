package io.keyward.mailoutbox.smtp;

import io.keyward.mailoutbox.Delivery;
import io.keyward.mailoutbox.Delivery.Outcome;
import io.keyward.mailoutbox.MailFailure;
import java.util.regex.Pattern;

/**
 * What a server answered (RFC 5321 section 4.2), and what to make of it.
 *
 * <p>A refusal of the recipient or the message is about this mail: 5xx is for good, 4xx for now. A refusal of the sender or of
 * the connection is about the realm's settings, which an admin can mend, so the mail waits even at 5xx.
 */
record Reply(int code, String text) {

    /** Mailtrap answers 550 5.7.0 when a plan's mails per ten seconds are used up; others word it in similar ways. */
    private static final Pattern TOO_FAST =
            Pattern.compile("too many (e-?mails|messages|connections)|rate limit|throttl", Pattern.CASE_INSENSITIVE);

    /** The server ends the connection. */
    static final int CLOSING = 421;

    boolean positive() {
        return code >= 200 && code < 400;
    }

    /** Whether there was an answer at all. */
    boolean none() {
        return code < 200 || code > 599;
    }

    /** Whether it is about the server or the settings and not about the mail. */
    boolean aboutServer(Stage stage) {
        return code == CLOSING || stage == Stage.SENDER || tooFast() || wantsAuthentication();
    }

    MailFailure failure(Stage stage) {
        if (tooFast()) {
            return MailFailure.RATE;
        }
        if (code == CLOSING) {
            return MailFailure.CONNECTION;
        }
        if (wantsAuthentication()) {
            return MailFailure.AUTHENTICATION;
        }
        return switch (stage) {
            case SENDER -> MailFailure.SENDER;
            case RECIPIENT -> MailFailure.RECIPIENT;
            case DATA, END -> MailFailure.CONTENT;
        };
    }

    Delivery delivery(String mailId, Stage stage) {
        if (positive()) {
            return Delivery.sent(mailId);
        }
        Outcome outcome = aboutServer(stage) ? Outcome.SERVER_FAILED : code >= 500 ? Outcome.REFUSED : Outcome.DEFERRED;
        return new Delivery(mailId, outcome, failure(stage), code);
    }

    private boolean wantsAuthentication() {
        return code == 530 || code == 534 || code == 535 || code == 538;
    }

    private boolean tooFast() {
        return code >= 400 && text != null && TOO_FAST.matcher(text).find();
    }
}
