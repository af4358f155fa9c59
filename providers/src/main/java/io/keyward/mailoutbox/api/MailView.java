package io.keyward.mailoutbox.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.mailoutbox.DeliveryReport;
import io.keyward.mailoutbox.MailRecord;
import io.keyward.mailoutbox.MailStatus;
import java.time.Instant;

/**
 * A mail, as administrators see it. What is not known, or not for this administrator, is absent.
 *
 * @param id its id
 * @param status a word of {@link MailStatus}
 * @param purpose what it is for
 * @param urgency {@code urgent} or {@code normal}
 * @param attempts how often it was tried
 * @param failure why the last attempt failed
 * @param replyCode what the mail server answered to it
 * @param createdAt when it was written, ISO 8601 in UTC like all times
 * @param nextAttemptAt when it is tried next, unless it is just being sent
 * @param expiresAt from when on it is of no use
 * @param finishedAt when it was sent, failed or expired
 * @param report what the mail service said last about a mail that it took, and when
 * @param messageId its {@code Message-ID}
 * @param userId whom it concerns
 * @param address where it goes; not in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MailView(
        String id,
        String status,
        String purpose,
        String urgency,
        int attempts,
        String failure,
        Integer replyCode,
        String createdAt,
        String nextAttemptAt,
        String expiresAt,
        String finishedAt,
        Report report,
        String messageId,
        String userId,
        String address) {

    static MailView of(MailRecord mail, Sight sight) {
        boolean seen = sight.sees(mail.userId());
        return new MailView(
                mail.id(),
                mail.status().word(),
                mail.purpose(),
                mail.urgency().word(),
                mail.attempts(),
                mail.failure() == null ? null : mail.failure().word(),
                mail.replyCode() == 0 ? null : mail.replyCode(),
                text(mail.createdAt()),
                mail.status() == MailStatus.SENDING ? null : text(mail.dueAt()),
                text(mail.expiresAt()),
                text(mail.finishedAt()),
                Report.of(mail.report()),
                mail.messageId(),
                seen ? mail.userId() : null,
                seen ? mail.address() : null);
    }

    /**
     * What a mail service reported.
     *
     * @param kind a word of {@link DeliveryReport.Kind}
     * @param at when it happened
     * @param category the service's word for the reason, absent if it gave none
     * @param replyCode the reply code of the recipient's server, absent if there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Report(String kind, String at, String category, Integer replyCode) {

        private static Report of(DeliveryReport report) {
            return report == null
                    ? null
                    : new Report(
                            report.kind().word(),
                            text(report.at()),
                            report.category(),
                            report.replyCode() == 0 ? null : report.replyCode());
        }
    }

    static String text(Instant time) {
        return time == null ? null : time.toString();
    }

    /** Without the address, which must not reach a log. */
    @Override
    public String toString() {
        return "MailView[id=" + id + ", status=" + status + "]";
    }
}
