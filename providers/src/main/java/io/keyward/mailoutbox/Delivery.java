package io.keyward.mailoutbox;

/**
 * What became of one attempt to send a mail.
 *
 * @param mailId the mail
 * @param outcome what to do next
 * @param failure why it was not sent; null if it was, or was not tried
 * @param replyCode the server's reply code, 0 if there is none
 */
public record Delivery(String mailId, Outcome outcome, MailFailure failure, int replyCode) {

    /** What an attempt came to. */
    public enum Outcome {
        /** The other side has it. */
        SENT,
        /** This mail may work later. */
        DEFERRED,
        /** This mail will never work. */
        REFUSED,
        /** The server or the settings are at fault: no mail of this realm would do better now. */
        SERVER_FAILED,
        /** It never was its turn; the attempt does not count. */
        NOT_TRIED
    }

    public static Delivery sent(String mailId) {
        return new Delivery(mailId, Outcome.SENT, null, 0);
    }

    public static Delivery notTried(String mailId) {
        return new Delivery(mailId, Outcome.NOT_TRIED, null, 0);
    }
}
