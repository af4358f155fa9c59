package io.keyward.mailoutbox;

import java.time.Instant;

/**
 * A result to be recorded.
 *
 * @param mailId the mail
 * @param status {@code SENT}, {@code RETRYING}, {@code FAILED} or {@code EXPIRED}; {@code QUEUED} gives it back untried
 * @param dueAt when it is to be tried again; null if it is not
 * @param failure why it was not sent, null if there is nothing to say
 * @param replyCode the server's reply code, 0 if there is none
 */
public record Settlement(String mailId, MailStatus status, Instant dueAt, MailFailure failure, int replyCode) {

    public static Settlement sent(String mailId) {
        return new Settlement(mailId, MailStatus.SENT, null, null, 0);
    }

    public static Settlement expired(String mailId) {
        return new Settlement(mailId, MailStatus.EXPIRED, null, null, 0);
    }

    public static Settlement failed(String mailId, MailFailure failure, int replyCode) {
        return new Settlement(mailId, MailStatus.FAILED, null, failure, replyCode);
    }

    public static Settlement retry(String mailId, Instant dueAt, MailFailure failure, int replyCode) {
        return new Settlement(mailId, MailStatus.RETRYING, dueAt, failure, replyCode);
    }

    /** It was not tried: the attempt does not count, and it is as before. */
    public static Settlement released(String mailId, Instant dueAt) {
        return new Settlement(mailId, MailStatus.QUEUED, dueAt, null, 0);
    }
}
