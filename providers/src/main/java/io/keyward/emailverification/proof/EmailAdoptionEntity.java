package io.keyward.emailverification.proof;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Says that a realm's verified accounts were taken over, which happens once. */
@Entity
@Table(name = "KEYWARD_EMAIL_ADOPTION")
public class EmailAdoptionEntity {

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId;

    @Column(name = "ADOPTED_AT", nullable = false)
    long adoptedAt;

    @Column(name = "ADOPTED_COUNT", nullable = false)
    long adoptedCount;
}
