package io.keyward.mailoutbox;

import java.time.Instant;

/**
 * What is known about a mail, without its content.
 *
 * @param id id of the row
 * @param userId whom it concerns, null if nobody
 * @param address where it goes; null in lists, and once the realm's key is gone
 * @param messageId its {@code Message-ID}
 * @param purpose what it is for
 * @param urgency which goes first
 * @param status where it stands
 * @param attempts how often it was tried
 * @param failure why the last attempt failed, null if there is nothing to say
 * @param replyCode the server's last reply code, 0 if there is none
 * @param createdAt when it was written
 * @param dueAt when it is tried next, or while it is being sent when its lease ends; null once it is finished
 * @param expiresAt from when on it is of no use, null if it always is
 * @param finishedAt when it was sent, failed or expired; null until then
 * @param report what the mail service has said since it took it, null if nothing
 */
public record MailRecord(
        String id,
        String userId,
        String address,
        String messageId,
        String purpose,
        Urgency urgency,
        MailStatus status,
        int attempts,
        MailFailure failure,
        int replyCode,
        Instant createdAt,
        Instant dueAt,
        Instant expiresAt,
        Instant finishedAt,
        DeliveryReport report) {

    /** Without the address, which must not reach a log. */
    @Override
    public String toString() {
        return "MailRecord[id=" + id + ", purpose=" + purpose + ", status=" + status.word() + "]";
    }
}
