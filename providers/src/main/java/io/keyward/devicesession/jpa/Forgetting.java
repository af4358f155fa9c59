package io.keyward.devicesession.jpa;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Deletes what is older than its retention, a batch at a time. Each method returns how many rows it dealt with. */
final class Forgetting {

    static final int BATCH = 500;

    private final EntityManager em;
    private final Rows rows;
    private final RetentionConfig config;
    private final Instant now;

    Forgetting(EntityManager em, RetentionConfig config, Instant now) {
        this.em = em;
        this.rows = new Rows(em);
        this.config = config;
        this.now = now;
    }

    /** Deletes sessions that ended long ago. */
    int deleteEndedSessions() {
        List<DeviceSessionEntity> old = rows.all(em.createQuery(
                        "select s from DeviceSessionEntity s where s.endedAt < :before order by s.endedAt",
                        DeviceSessionEntity.class)
                .setParameter("before", now.minus(config.history()).toEpochMilli())
                .setMaxResults(BATCH));
        byRealm(old, session -> session.realmId, (realmId, sessions) -> {
            List<String> ids =
                    sessions.stream().map(session -> session.userSessionId).toList();
            new ChainRows(em).delete(realmId, ids);
            em.createQuery("delete from DeviceSessionEntity s where s.userSessionId in (:ids)")
                    .setParameter("ids", ids)
                    .executeUpdate();
        });
        return old.size();
    }

    /** Takes devices that are signed out for long from the lists. They are still recognised, and nothing else is kept. */
    int forgetDevices() {
        long before = now.minus(config.device()).toEpochMilli();
        List<DeviceEntity> old = rows.all(em.createQuery("""
                                select d from DeviceEntity d where d.forgottenAt is null and d.signedOutAt < :before
                                order by d.forgottenAt, d.signedOutAt""", DeviceEntity.class)
                .setParameter("before", before)
                .setMaxResults(BATCH));
        byRealm(old, device -> device.realmId, (realmId, devices) -> {
            List<String> ids = devices.stream().map(device -> device.id).toList();
            if (forget(realmId, ids, before) < ids.size()) {
                correct(realmId, ids, before);
            }
        });
        return old.size();
    }

    private int forget(String realmId, List<String> ids, long before) {
        return em.createQuery("""
                        update DeviceEntity d set d.forgottenAt = :now, d.name = null, d.lastIp = null
                        where d.realmId = :realm and d.id in (:ids) and d.forgottenAt is null and d.signedOutAt < :before
                        and not exists (
                            select 1 from DeviceSessionEntity s where s.deviceId = d.id and s.endedAt is null)""")
                .setParameter("realm", realmId)
                .setParameter("ids", ids)
                .setParameter("now", now.toEpochMilli())
                .setParameter("before", before)
                .executeUpdate();
    }

    /** Devices that are said to be signed out and are not. */
    private void correct(String realmId, List<String> ids, long before) {
        em.createQuery("""
                        update DeviceEntity d set d.signedOutAt = null
                        where d.realmId = :realm and d.id in (:ids) and d.forgottenAt is null and d.signedOutAt < :before
                        and exists (
                            select 1 from DeviceSessionEntity s where s.deviceId = d.id and s.endedAt is null)""")
                .setParameter("realm", realmId)
                .setParameter("ids", ids)
                .setParameter("before", before)
                .executeUpdate();
    }

    /** Deletes devices that were forgotten long ago, so that they are new when they come back. */
    int deleteForgottenDevices() {
        long before = now.minus(config.recognition()).toEpochMilli();
        List<DeviceEntity> old = rows.all(em.createQuery(
                        "select d from DeviceEntity d where d.forgottenAt < :before order by d.forgottenAt",
                        DeviceEntity.class)
                .setParameter("before", before)
                .setMaxResults(BATCH));
        byRealm(
                old,
                device -> device.realmId,
                (realmId, devices) -> em.createQuery("""
                        delete from DeviceEntity d
                        where d.realmId = :realm and d.id in (:ids) and d.forgottenAt < :before""")
                        .setParameter("realm", realmId)
                        .setParameter(
                                "ids", devices.stream().map(device -> device.id).toList())
                        .setParameter("before", before)
                        .executeUpdate());
        return old.size();
    }

    /** The key of devices begins with the realm. */
    private static <T> void byRealm(List<T> rows, Function<T, String> realm, BiConsumer<String, List<T>> work) {
        Map<String, List<T>> parts = rows.stream().collect(Collectors.groupingBy(realm));
        parts.forEach(work);
    }
}
