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
        em.createQuery("""
                        insert into DeviceSessionEntity (userSessionId, deviceId, realmId, userId, clientId, startedAt,
                            ip, method, checkAt, endedAt)
                        values (:session, :device, :realm, :user, :client, :started, :ip, :method, :check, :ended)
                        on conflict (userSessionId) do update
                        set deviceId = :device, realmId = :realm, userId = :user, clientId = :client,
                            startedAt = :started, ip = :ip, method = :method, checkAt = :check, endedAt = :ended
                        where startedAt < :before""")
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
