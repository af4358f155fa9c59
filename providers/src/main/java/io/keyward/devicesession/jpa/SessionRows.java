package io.keyward.devicesession.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Several device sessions at once. Their rows are locked in the order of their ids, and then those of their devices. */
final class SessionRows {

    private final EntityManager em;
    private final Rows rows;

    SessionRows(EntityManager em) {
        this.em = em;
        this.rows = new Rows(em);
    }

    /** Notes that sessions have ended, and that devices whose last open session was one of them are signed out. */
    void ended(String realmId, Collection<String> userSessionIds, Instant at) {
        Set<String> devices = new TreeSet<>();
        Rows.parts(userSessionIds, part -> {
            List<DeviceSessionEntity> open = lockOpen(realmId, part);
            if (!open.isEmpty()) {
                end(open.stream().map(session -> session.userSessionId).toList(), at);
                open.forEach(session -> devices.add(session.deviceId));
            }
        });
        Rows.parts(devices, part -> signedOut(realmId, part, at));
    }

    private List<DeviceSessionEntity> lockOpen(String realmId, List<String> ids) {
        return rows.all(em.createQuery("""
                                select s from DeviceSessionEntity s
                                where s.userSessionId in (:ids) and s.realmId = :realm and s.endedAt is null
                                order by s.userSessionId""", DeviceSessionEntity.class)
                .setParameter("ids", ids)
                .setParameter("realm", realmId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    private void end(List<String> ids, Instant at) {
        em.createQuery("update DeviceSessionEntity s set s.endedAt = :at where s.userSessionId in (:ids)")
                .setParameter("ids", ids)
                .setParameter("at", at.toEpochMilli())
                .executeUpdate();
    }

    /**
     * Two statements: the second sees what was committed before the first had its locks, so that of two who end the last two
     * sessions of a device the later one notices that none is left.
     */
    void signedOut(String realmId, List<String> deviceIds, Instant at) {
        List<DeviceEntity> locked = rows.all(em.createQuery("""
                                select d from DeviceEntity d
                                where d.realmId = :realm and d.id in (:ids) and d.signedOutAt is null
                                order by d.id""", DeviceEntity.class)
                .setParameter("ids", deviceIds)
                .setParameter("realm", realmId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE));
        if (locked.isEmpty()) {
            return;
        }
        em.createQuery("""
                        update DeviceEntity d set d.signedOutAt = :at
                        where d.realmId = :realm and d.id in (:ids) and d.signedOutAt is null
                        and not exists (
                            select 1 from DeviceSessionEntity s where s.deviceId = d.id and s.endedAt is null)""")
                .setParameter("ids", locked.stream().map(device -> device.id).toList())
                .setParameter("realm", realmId)
                .setParameter("at", at.toEpochMilli())
                .executeUpdate();
    }

    /** The ids of all sessions of a device, ended ones included. */
    List<String> ofDevice(String realmId, String deviceId) {
        return em.createQuery(
                        "select s.userSessionId from DeviceSessionEntity s"
                                + " where s.deviceId = :device and s.realmId = :realm",
                        String.class)
                .setParameter("device", deviceId)
                .setParameter("realm", realmId)
                .getResultList();
    }

    /** The ids of all sessions of a user, ended ones included. */
    List<String> ofUser(String realmId, String userId) {
        return em.createQuery(
                        "select s.userSessionId from DeviceSessionEntity s where s.userId = :user and s.realmId = :realm",
                        String.class)
                .setParameter("user", userId)
                .setParameter("realm", realmId)
                .getResultList();
    }
}
