package io.keyward.devicesession.jpa;

import io.keyward.devicesession.DeviceSession;
import io.keyward.devicesession.DeviceSessionStore;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

final class JpaDeviceSessionStore implements DeviceSessionStore {

    /** Two ties of one session come closer together than this. */
    private static final Duration ANOTHER = Duration.ofMinutes(1);

    private static final String TIE = """
            insert into {h-schema}KEYWARD_DEVICE_SESSION as known (USER_SESSION_ID, DEVICE_ID, REALM_ID, USER_ID,
                CLIENT_ID, STARTED_AT, IP, METHOD, CHECK_AT, ENDED_AT)
            values (:session, :device, :realm, :user, :client, :started, :ip, :method, :check, :ended)
            on conflict (USER_SESSION_ID) do update
            set DEVICE_ID = excluded.DEVICE_ID, REALM_ID = excluded.REALM_ID, USER_ID = excluded.USER_ID,
                CLIENT_ID = excluded.CLIENT_ID, STARTED_AT = excluded.STARTED_AT, IP = excluded.IP,
                METHOD = excluded.METHOD, CHECK_AT = excluded.CHECK_AT, ENDED_AT = excluded.ENDED_AT
            where known.STARTED_AT < :before""";

    private static final String HAS_ENDED = """
            select ENDED_AT from {h-schema}KEYWARD_DEVICE_SESSION
            where USER_SESSION_ID = :session and REALM_ID = :realm and STARTED_AT >= :before and ENDED_AT is not null""";

    private final EntityManager em;
    private final Rows rows;
    private final SessionRows sessions;

    JpaDeviceSessionStore(EntityManager em) {
        this.em = em;
        this.rows = new Rows(em);
        this.sessions = new SessionRows(em);
    }

    @Override
    public void tie(DeviceSession session, Instant checkAt) {
        new Sql(em, "KEYWARD_DEVICE_SESSION")
                .statement(TIE)
                .setParameter("session", session.userSessionId())
                .setParameter("device", session.deviceId())
                .setParameter("realm", session.realmId())
                .setParameter("user", session.userId())
                .setParameter("client", session.clientId())
                .setParameter("started", session.startedAt().toEpochMilli())
                .setParameter("ip", Text.clip(session.ip()))
                .setParameter("method", session.method().word())
                .setParameter("check", checkAt.toEpochMilli())
                .setParameter("ended", Millis.of(session.endedAt()))
                .setParameter("before", session.startedAt().minus(ANOTHER).toEpochMilli())
                .executeUpdate();
    }

    @Override
    public Optional<DeviceSession> find(String realmId, String userSessionId) {
        if (!Text.id(userSessionId)) {
            return Optional.empty();
        }
        return rows.first(em.createQuery(
                                "select s from DeviceSessionEntity s where s.userSessionId = :id and s.realmId = :realm",
                                DeviceSessionEntity.class)
                        .setParameter("id", userSessionId)
                        .setParameter("realm", realmId))
                .map(DeviceSessionEntity::view);
    }

    @Override
    public boolean hasEnded(String realmId, String userSessionId, Instant startedAt) {
        return Text.id(userSessionId)
                && !new Sql(em, "KEYWARD_DEVICE_SESSION")
                        .statement(HAS_ENDED)
                        .setParameter("session", userSessionId)
                        .setParameter("realm", realmId)
                        .setParameter("before", startedAt.minus(ANOTHER).toEpochMilli())
                        .getResultList()
                        .isEmpty();
    }

    @Override
    public List<DeviceSession> openOf(String realmId, Collection<String> deviceIds) {
        return rows
                .of(
                        deviceIds,
                        ids -> em.createQuery("""
                                        select s from DeviceSessionEntity s
                                        where s.deviceId in (:ids) and s.endedAt is null and s.realmId = :realm""", DeviceSessionEntity.class)
                                .setParameter("ids", ids)
                                .setParameter("realm", realmId))
                .stream()
                .map(DeviceSessionEntity::view)
                .toList();
    }

    @Override
    public List<DeviceSession> history(String realmId, String userId, int limit) {
        if (!Text.userId(userId) || limit < 1) {
            return List.of();
        }
        return rows
                .all(em.createQuery("""
                                        select s from DeviceSessionEntity s
                                        where s.userId = :user and s.realmId = :realm order by s.startedAt desc""", DeviceSessionEntity.class)
                        .setParameter("user", userId)
                        .setParameter("realm", realmId)
                        .setMaxResults(limit))
                .stream()
                .map(DeviceSessionEntity::view)
                .toList();
    }

    @Override
    public void ended(String realmId, Collection<String> userSessionIds, Instant at) {
        sessions.ended(realmId, userSessionIds, at);
    }
}
