package io.keyward.devicesession.jpa;

import io.keyward.devicesession.RefreshChain;
import io.keyward.devicesession.RefreshChainStore.Outcome;
import io.keyward.devicesession.RefreshChainStore.Presented;
import io.keyward.onetimetoken.TokenHash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row as it is read. All writing is done by statements, and it is never kept in the persistence context. */
@Entity
@Table(name = "KEYWARD_REFRESH_CHAIN")
class RefreshChainEntity {

    @Id
    @Column(name = "ID", length = 64)
    String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Column(name = "USER_SESSION_ID", length = 64, nullable = false)
    String userSessionId;

    @Column(name = "CLIENT_ID", nullable = false)
    String clientId;

    @Column(name = "GENERATION", nullable = false)
    int generation;

    @Column(name = "CURRENT_HASH", length = 64, nullable = false)
    String currentHash;

    @Column(name = "PREVIOUS_HASH", length = 64)
    String previousHash;

    @Column(name = "ROTATED_AT", nullable = false)
    long rotatedAt;

    @Column(name = "LAST_IP")
    String lastIp;

    @Column(name = "ENDED_AT")
    Long endedAt;

    @Column(name = "END_REASON", length = 64)
    String endReason;

    protected RefreshChainEntity() {}

    RefreshChain view() {
        return new RefreshChain(
                id,
                realmId,
                userSessionId,
                clientId,
                generation,
                new TokenHash(currentHash),
                previousHash == null ? null : new TokenHash(previousHash),
                Millis.instant(rotatedAt),
                lastIp,
                Millis.instant(endedAt),
                endReason);
    }

    /** Whether this is the token that may be replaced now. */
    boolean current(Presented presented) {
        return endedAt == null && presented.generation() == generation && same(presented, currentHash);
    }

    /** What a token is that is not the current one. */
    Outcome verdict(Presented presented) {
        if (endedAt != null) {
            return Outcome.ENDED;
        }
        // Not by subtraction: the generation is what a token says.
        if (presented.generation() >= generation) {
            return Outcome.REUSED_ORPHANED_BRANCH;
        }
        if (presented.generation() < generation - 1) {
            return Outcome.REUSED_STALE_LINEAGE;
        }
        if (previousHash == null || !same(presented, previousHash)) {
            return Outcome.REUSED_ORPHANED_BRANCH;
        }
        return withinGrace(presented) ? Outcome.REPEATED : Outcome.REUSED_RECENT;
    }

    /** A clock that is behind the one that replaced the token makes the age negative, which is young. */
    private boolean withinGrace(Presented presented) {
        long grace = presented.grace().toMillis();
        return grace > 0 && presented.at().toEpochMilli() - rotatedAt <= grace;
    }

    private static boolean same(Presented presented, String hash) {
        return TokenHash.same(presented.token().value(), hash);
    }
}
