package io.keyward.devicesession.jpa;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks Keycloak whether sessions whose time has come are still there. */
final class SessionCheck {

    /** Each costs Keycloak up to two look-ups. */
    static final int BATCH = 100;

    private static final long SOONEST = Duration.ofHours(1).toMillis();
    private static final long LATEST = Duration.ofDays(1).toMillis();

    private final EntityManager em;
    private final Rows rows;
    private final StoredSessions keycloak;
    private final Instant now;

    SessionCheck(EntityManager em, StoredSessions keycloak, Instant now) {
        this.em = em;
        this.rows = new Rows(em);
        this.keycloak = keycloak;
        this.now = now;
    }

    /** Looks at one batch. Each session of it either has ended or is asked about later. @return how many were looked at */
    int run() {
        // The order of the index, in which open sessions share the place of null.
        List<DeviceSessionEntity> due = rows.all(em.createQuery("""
                                select s from DeviceSessionEntity s where s.endedAt is null and s.checkAt <= :now
                                order by s.endedAt, s.checkAt""", DeviceSessionEntity.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(BATCH));
        Map<String, List<DeviceSessionEntity>> byRealm =
                due.stream().collect(Collectors.groupingBy(session -> session.realmId));
        byRealm.forEach(this::check);
        return due.size();
    }

    private void check(String realmId, List<DeviceSessionEntity> due) {
        List<String> there = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (DeviceSessionEntity session : due) {
            (keycloak.mayHave(realmId, session.userSessionId) ? there : gone).add(session.userSessionId);
        }
        if (!there.isEmpty()) {
            askLater(there);
        }
        new ChainRows(em).delete(realmId, gone);
        new SessionRows(em).ended(realmId, gone, now);
    }

    /** What has lived long is likely to live on: after another quarter of its life, within limits. */
    private void askLater(List<String> ids) {
        em.createQuery("""
                        update DeviceSessionEntity s
                        set s.checkAt = :now + least(:latest, greatest(:soonest, (:now - s.startedAt) / 4))
                        where s.userSessionId in (:ids)""")
                .setParameter("ids", ids)
                .setParameter("now", now.toEpochMilli())
                .setParameter("soonest", SOONEST)
                .setParameter("latest", LATEST)
                .executeUpdate();
    }
}
