package io.keyward.devicesession.jpa;

import io.keyward.devicesession.DeviceStore.DeviceOwner;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.keycloak.common.util.Time;

/** The people behind the devices. */
final class DeviceOwners {

    private final EntityManager em;
    private final Rows rows;

    DeviceOwners(EntityManager em) {
        this.em = em;
        this.rows = new Rows(em);
    }

    /** Whoever makes the row holds its lock; whoever comes second waits until the row is there, and then for the lock. */
    DeviceOwner lock(String realmId, String userId) {
        while (true) {
            if (insert(realmId, userId, false)) {
                return new DeviceOwner(true);
            }
            // Another may have removed it since.
            if (locked(realmId, userId)) {
                return new DeviceOwner(false);
            }
        }
    }

    private boolean locked(String realmId, String userId) {
        return rows.first(em.createQuery(
                                "select o from DeviceOwnerEntity o where o.realmId = :realm and o.userId = :user",
                                DeviceOwnerEntity.class)
                        .setParameter("realm", realmId)
                        .setParameter("user", userId)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE))
                .isPresent();
    }

    boolean mailRefused(String realmId, String userId) {
        return rows.first(em.createQuery(
                                "select o from DeviceOwnerEntity o where o.realmId = :realm and o.userId = :user",
                                DeviceOwnerEntity.class)
                        .setParameter("realm", realmId)
                        .setParameter("user", userId))
                .map(owner -> owner.newDeviceMailRefused)
                .orElse(false);
    }

    void refuseMail(String realmId, String userId, boolean refused) {
        if (!insert(realmId, userId, refused)) {
            em.createQuery("""
                            update DeviceOwnerEntity o set o.newDeviceMailRefused = :refused
                            where o.realmId = :realm and o.userId = :user""")
                    .setParameter("realm", realmId)
                    .setParameter("user", userId)
                    .setParameter("refused", refused)
                    .executeUpdate();
        }
    }

    private boolean insert(String realmId, String userId, boolean refused) {
        return em.createQuery("""
                                insert into DeviceOwnerEntity (realmId, userId, newDeviceMailRefused, firstSeen)
                                values (:realm, :user, :refused, :now)
                                on conflict (realmId, userId) do nothing""")
                        .setParameter("realm", realmId)
                        .setParameter("user", userId)
                        .setParameter("refused", refused)
                        .setParameter("now", Time.currentTimeMillis())
                        .executeUpdate()
                == 1;
    }
}
