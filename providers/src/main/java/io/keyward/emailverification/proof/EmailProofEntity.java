package io.keyward.emailverification.proof;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One row per proof; at most one per user is not voided. Times are milliseconds since the epoch. */
@Entity
@Table(name = "KEYWARD_EMAIL_PROOF")
public class EmailProofEntity {

    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "REALM_ID", nullable = false, length = 36)
    String realmId;

    @Column(name = "USER_ID", nullable = false)
    String userId;

    @Column(name = "ADDRESS", nullable = false)
    String address;

    @Column(name = "METHOD", nullable = false, length = 32)
    String method;

    @Column(name = "PROVED_AT", nullable = false)
    long provedAt;

    @Column(name = "VOIDED_AT")
    Long voidedAt;

    @Column(name = "VOID_REASON", length = 64)
    String voidReason;

    EmailProof toProof() {
        return new EmailProof(
                address,
                method,
                Instant.ofEpochMilli(provedAt),
                voidedAt == null ? null : Instant.ofEpochMilli(voidedAt),
                voidReason);
    }
}
