package io.keyward.onetimetoken;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A row as it is read. All writing is done by statements, so it has no setters and is never kept in the persistence context,
 * where it would grow stale.
 */
@Entity
@Table(name = "KEYWARD_ONE_TIME_TOKEN")
class OneTimeTokenEntity {

    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Column(name = "USER_ID", nullable = false)
    String userId;

    @Column(name = "PURPOSE", length = 64, nullable = false)
    String purpose;

    @Column(name = "ADDRESS", nullable = false)
    String address;

    @Column(name = "TOKEN_HASH", length = 64, nullable = false)
    String tokenHash;

    @Column(name = "BINDING", length = 64)
    String binding;

    /** True or null, never false; see the unique constraint in the changelog. */
    @Column(name = "PENDING")
    Boolean pending;

    @Column(name = "ISSUED_AT", nullable = false)
    long issuedAt;

    @Column(name = "EXPIRES_AT", nullable = false)
    long expiresAt;

    @Column(name = "CONSUMED_AT")
    Long consumedAt;

    @Column(name = "OUTCOME", length = 64)
    String outcome;

    @Column(name = "CODE_HASH", length = 64)
    String codeHash;

    @Column(name = "CODE_EXPIRES_AT")
    Long codeExpiresAt;

    @Column(name = "CODE_TRIES")
    Integer codeTries;

    protected OneTimeTokenEntity() {}

    OneTimeToken view(long now) {
        return new OneTimeToken(
                id,
                userId,
                purpose,
                address,
                binding,
                Instant.ofEpochMilli(issuedAt),
                Instant.ofEpochMilli(expiresAt),
                state(now),
                outcome,
                consumedAt == null ? null : Instant.ofEpochMilli(consumedAt));
    }

    TokenState state(long now) {
        if (consumedAt != null) {
            return TokenState.CONSUMED;
        }
        if (pending == null) {
            return TokenState.SUPERSEDED;
        }
        return expiresAt > now ? TokenState.PENDING : TokenState.EXPIRED;
    }

    /** Why no try could be taken. */
    CodeResult refusal(long now) {
        TokenState state = state(now);
        if (codeHash == null || state == TokenState.CONSUMED || state == TokenState.SUPERSEDED) {
            return CodeResult.NOT_PENDING;
        }
        return state == TokenState.EXPIRED || codeExpiresAt <= now ? CodeResult.EXPIRED : CodeResult.NO_TRIES;
    }
}
