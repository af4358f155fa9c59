package io.keyward.emailverification.undelivered;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The last address of a user that mail did not reach; whether it still counts is for the reader to find out. Times are milliseconds. */
@Entity
@Table(name = "KEYWARD_UNDELIVERED")
class UndeliveredEntity {

    @Id
    @Column(name = "USER_ID")
    String userId;

    @Column(name = "REALM_ID", nullable = false, length = 36)
    String realmId;

    @Column(name = "ADDRESS", nullable = false, length = 320)
    String address;

    @Column(name = "REASON", nullable = false, length = 16)
    String reason;

    @Column(name = "CATEGORY", length = 64)
    String category;

    @Column(name = "REPLY_CODE", nullable = false)
    int replyCode;

    @Column(name = "REPORTED_AT", nullable = false)
    long reportedAt;

    /** When an administrator, or a mail that arrived, said that it is reached again. */
    @Column(name = "CLEARED_AT")
    Long clearedAt;

    UndeliveredAddress toAddress() {
        return new UndeliveredAddress(address, reason, category, replyCode, Instant.ofEpochMilli(reportedAt));
    }
}
