package io.keyward.devicesession.jpa;

import io.keyward.devicesession.RefreshChain;
import io.keyward.devicesession.RefreshChainStore;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Moves a chain on by one conditional update, whose row count says who won. It needs isolation READ COMMITTED, which is what
 * Keycloak runs with: whoever loses waits for the row, finds that it no longer matches, and then reads what the winner made
 * of it.
 */
final class JpaRefreshChainStore implements RefreshChainStore {

    private static final String TABLE = "KEYWARD_REFRESH_CHAIN";

    private static final String OPEN = """
            insert into {h-schema}KEYWARD_REFRESH_CHAIN (ID, REALM_ID, USER_SESSION_ID, CLIENT_ID, GENERATION,
                CURRENT_HASH, ROTATED_AT, LAST_IP)
            values (:id, :realm, :session, :client, 0, :token, :at, :ip)
            on conflict (ID) do nothing""";

    private static final String MOVE_ON = """
            update {h-schema}KEYWARD_REFRESH_CHAIN
            set GENERATION = GENERATION + 1, PREVIOUS_HASH = CURRENT_HASH, CURRENT_HASH = :successor, ROTATED_AT = :at,
                LAST_IP = :ip
            where ID = :id and REALM_ID = :realm and GENERATION = :generation and CURRENT_HASH = :token
                and ENDED_AT is null""";

    private final EntityManager em;
    private final Rows rows;
    private final ChainRows chains;

    JpaRefreshChainStore(EntityManager em) {
        this.em = em;
        this.rows = new Rows(em);
        this.chains = new ChainRows(em);
    }

    @Override
    public void open(Opening opening) {
        new Sql(em, TABLE)
                .statement(OPEN)
                .setParameter("id", opening.chainId())
                .setParameter("realm", opening.realmId())
                .setParameter("session", opening.userSessionId())
                .setParameter("client", opening.clientId())
                .setParameter("token", opening.token().value())
                .setParameter("at", opening.at().toEpochMilli())
                .setParameter("ip", Text.clip(opening.ip()))
                .executeUpdate();
    }

    @Override
    public Rotation rotate(Presented presented) {
        if (!Text.id(presented.chainId())) {
            return new Rotation(Outcome.UNKNOWN, null);
        }
        while (true) {
            if (moveOn(presented)) {
                return new Rotation(Outcome.ROTATED, Millis.instant(Millis.of(presented.at())));
            }
            RefreshChainEntity row =
                    row(presented.realmId(), presented.chainId()).orElse(null);
            if (row == null) {
                return new Rotation(Outcome.UNKNOWN, null);
            }
            // It is, if the chain was begun by another transaction between the update and the reading.
            if (!row.current(presented)) {
                Outcome verdict = row.verdict(presented);
                return new Rotation(verdict, verdict == Outcome.REPEATED ? Millis.instant(row.rotatedAt) : null);
            }
        }
    }

    private boolean moveOn(Presented presented) {
        return new Sql(em, TABLE)
                        .statement(MOVE_ON)
                        .setParameter("id", presented.chainId())
                        .setParameter("realm", presented.realmId())
                        .setParameter("generation", presented.generation())
                        .setParameter("token", presented.token().value())
                        .setParameter("successor", presented.successor().value())
                        .setParameter("at", presented.at().toEpochMilli())
                        .setParameter("ip", Text.clip(presented.ip()))
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean end(String realmId, String chainId, String reason, Instant at) {
        return Text.id(chainId)
                && em.createQuery("""
                                        update RefreshChainEntity c set c.endedAt = :at, c.endReason = :reason
                                        where c.id = :id and c.realmId = :realm and c.endedAt is null""")
                                .setParameter("id", chainId)
                                .setParameter("realm", realmId)
                                .setParameter("reason", reason)
                                .setParameter("at", at.toEpochMilli())
                                .executeUpdate()
                        == 1;
    }

    @Override
    public void endOfSessions(String realmId, Collection<String> userSessionIds, String reason, Instant at) {
        chains.end(realmId, userSessionIds, reason, at);
    }

    @Override
    public Optional<RefreshChain> find(String realmId, String chainId) {
        return Text.id(chainId) ? row(realmId, chainId).map(RefreshChainEntity::view) : Optional.empty();
    }

    @Override
    public List<RefreshChain> ofSessions(String realmId, Collection<String> userSessionIds) {
        return rows
                .of(
                        userSessionIds,
                        ids -> em.createQuery(
                                        "select c from RefreshChainEntity c"
                                                + " where c.userSessionId in (:ids) and c.realmId = :realm",
                                        RefreshChainEntity.class)
                                .setParameter("ids", ids)
                                .setParameter("realm", realmId))
                .stream()
                .map(RefreshChainEntity::view)
                .toList();
    }

    private Optional<RefreshChainEntity> row(String realmId, String id) {
        return rows.first(em.createQuery(
                        "select c from RefreshChainEntity c where c.id = :id and c.realmId = :realm",
                        RefreshChainEntity.class)
                .setParameter("id", id)
                .setParameter("realm", realmId));
    }
}
