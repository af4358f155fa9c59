package io.keyward.devicesession.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Several chains at once. Their rows are locked in the order of their ids. */
final class ChainRows {

    private final EntityManager em;
    private final Rows rows;

    ChainRows(EntityManager em) {
        this.em = em;
        this.rows = new Rows(em);
    }

    void end(String realmId, Collection<String> userSessionIds, String reason, Instant at) {
        locked(
                realmId,
                userSessionIds,
                ids -> em.createQuery("""
                        update RefreshChainEntity c set c.endedAt = :at, c.endReason = :reason
                        where c.id in (:ids) and c.endedAt is null""")
                        .setParameter("ids", ids)
                        .setParameter("reason", reason)
                        .setParameter("at", at.toEpochMilli())
                        .executeUpdate());
    }

    void delete(String realmId, Collection<String> userSessionIds) {
        locked(
                realmId,
                userSessionIds,
                ids -> em.createQuery("delete from RefreshChainEntity c where c.id in (:ids)")
                        .setParameter("ids", ids)
                        .executeUpdate());
    }

    private void locked(String realmId, Collection<String> userSessionIds, Consumer<List<String>> work) {
        Rows.parts(userSessionIds, part -> {
            List<String> ids = rows
                    .all(em.createQuery("""
                                            select c from RefreshChainEntity c
                                            where c.userSessionId in (:sessions) and c.realmId = :realm
                                            order by c.id""", RefreshChainEntity.class)
                            .setParameter("sessions", part)
                            .setParameter("realm", realmId)
                            .setLockMode(LockModeType.PESSIMISTIC_WRITE))
                    .stream()
                    .map(chain -> chain.id)
                    .toList();
            if (!ids.isEmpty()) {
                work.accept(ids);
            }
        });
    }
}
