package io.keyward.mailoutbox.jpa;

import io.keyward.mailoutbox.DeliveryReport;
import io.keyward.mailoutbox.MailFailure;
import io.keyward.mailoutbox.MailRecord;
import io.keyward.mailoutbox.MailStatus;
import io.keyward.mailoutbox.Urgency;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.hibernate.Length;

/** A row. It is written once; all later writing is done by statements, so what is read is not kept in the persistence context. */
@Entity
@Table(name = "KEYWARD_MAIL")
class MailEntity {

    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Column(name = "USER_ID")
    String userId;

    @Column(name = "PURPOSE", length = 64, nullable = false)
    String purpose;

    @Column(name = "URGENCY", length = 16, nullable = false)
    String urgency;

    @Column(name = "STATUS", length = 16, nullable = false)
    String status;

    @Column(name = "MESSAGE_ID", nullable = false)
    String messageId;

    /** Names the realm's key that address and content are sealed with. */
    @Column(name = "KID", nullable = false)
    String kid;

    @Column(name = "ADDRESS", length = Length.LONG32, nullable = false)
    String address;

    /** Null once the mail is finished. */
    @Column(name = "CONTENT", length = Length.LONG32)
    String content;

    @Column(name = "ATTEMPTS", nullable = false)
    int attempts;

    @Column(name = "FAILURE", length = 32)
    String failure;

    @Column(name = "REPLY_CODE", nullable = false)
    int replyCode;

    @Column(name = "LEASE_ID", length = 36)
    String leaseId;

    @Column(name = "CREATED_AT", nullable = false)
    long createdAt;

    /** When it is tried next; the end of the lease while it is being sent; null once it is finished. */
    @Column(name = "DUE_AT")
    Long dueAt;

    /** When its link ends; null if it has none, or once it is finished. */
    @Column(name = "EXPIRES_AT")
    Long expiresAt;

    @Column(name = "FINISHED_AT")
    Long finishedAt;

    /** What the mail service said last, and when it says that it happened. */
    @Column(name = "REPORT", length = 16)
    String report;

    @Column(name = "REPORTED_AT")
    Long reportedAt;

    @Column(name = "REPORT_CATEGORY", length = 64)
    String reportCategory;

    @Column(name = "REPORT_CODE")
    Integer reportCode;

    protected MailEntity() {}

    MailRecord view(String openedAddress) {
        return new MailRecord(
                id,
                userId,
                openedAddress,
                messageId,
                purpose,
                Urgency.valueOf(urgency.toUpperCase(Locale.ROOT)),
                MailStatus.of(status).orElseThrow(),
                attempts,
                MailFailure.of(failure).orElse(null),
                replyCode,
                Instant.ofEpochMilli(createdAt),
                instant(dueAt),
                instant(expiresAt),
                instant(finishedAt),
                report(report, reportedAt, reportCategory, reportCode));
    }

    static DeliveryReport report(String kind, Long at, String category, Integer code) {
        return DeliveryReport.Kind.of(kind)
                .map(known -> new DeliveryReport(known, instant(at), category, code == null ? 0 : code))
                .orElse(null);
    }

    static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
