package io.keyward.devicesession.jpa;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceKey;
import io.keyward.devicesession.DeviceQuery;
import io.keyward.devicesession.DeviceStore;
import io.keyward.devicesession.SignIn;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class JpaDeviceStore implements DeviceStore {

    private final EntityManager em;
    private final Rows rows;
    private final DeviceOwners owners;
    private final Arrivals arrivals;

    JpaDeviceStore(EntityManager em) {
        this.em = em;
        this.rows = new Rows(em);
        this.owners = new DeviceOwners(em);
        this.arrivals = new Arrivals(em);
    }

    @Override
    public Optional<Device> find(String realmId, String userId, DeviceKey key) {
        return arrivals.row(realmId, userId, key).map(DeviceEntity::view);
    }

    @Override
    public Optional<Device> findById(String realmId, String id) {
        if (!Text.id(id)) {
            return Optional.empty();
        }
        return rows.first(em.createQuery(
                                "select d from DeviceEntity d where d.realmId = :realm and d.id = :id",
                                DeviceEntity.class)
                        .setParameter("realm", realmId)
                        .setParameter("id", id))
                .map(DeviceEntity::view);
    }

    @Override
    public List<Device> ofUser(String realmId, String userId) {
        if (!Text.userId(userId)) {
            return List.of();
        }
        return rows
                .all(em.createQuery("""
                                        select d from DeviceEntity d
                                        where d.realmId = :realm and d.userId = :user and d.forgottenAt is null
                                        order by d.lastSeen desc, d.id""", DeviceEntity.class)
                        .setParameter("realm", realmId)
                        .setParameter("user", userId))
                .stream()
                .map(DeviceEntity::view)
                .toList();
    }

    @Override
    public List<Device> page(String realmId, DeviceQuery query) {
        return new DevicePage(em, realmId, query).devices();
    }

    @Override
    public Arrival arrive(DeviceKey key, SignIn signIn) {
        return arrivals.arrive(key, signIn);
    }

    /** Touches no column with an index. */
    @Override
    public void seen(String realmId, String id, Instant at, String ip, Instant unlessSeenSince) {
        if (Text.id(id)) {
            em.createQuery("""
                            update DeviceEntity d
                            set d.lastSeen = :at, d.lastIp = :ip, d.signedOutAt = null, d.forgottenAt = null
                            where d.realmId = :realm and d.id = :id and d.lastSeen < :unless""")
                    .setParameter("realm", realmId)
                    .setParameter("id", id)
                    .setParameter("at", at.toEpochMilli())
                    .setParameter("ip", Text.clip(ip))
                    .setParameter("unless", unlessSeenSince.toEpochMilli())
                    .executeUpdate();
        }
    }

    @Override
    public boolean rename(String realmId, String userId, String id, String name) {
        if (name != null && (name.length() > Text.COLUMN || name.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("a name has at most " + Text.COLUMN + " characters and no NUL");
        }
        return Text.id(id)
                && Text.userId(userId)
                && em.createQuery("""
                                        update DeviceEntity d set d.name = :name where d.realmId = :realm and d.id = :id
                                        and d.userId = :user and d.forgottenAt is null""")
                                .setParameter("realm", realmId)
                                .setParameter("user", userId)
                                .setParameter("id", id)
                                .setParameter("name", name)
                                .executeUpdate()
                        == 1;
    }

    @Override
    public void signedOut(String realmId, String id, Instant at) {
        if (Text.id(id)) {
            em.createQuery("""
                            update DeviceEntity d set d.signedOutAt = :at
                            where d.realmId = :realm and d.id = :id and d.signedOutAt is null""")
                    .setParameter("realm", realmId)
                    .setParameter("id", id)
                    .setParameter("at", at.toEpochMilli())
                    .executeUpdate();
        }
    }

    @Override
    public void notified(String realmId, String id, Instant at) {
        if (Text.id(id)) {
            em.createQuery("update DeviceEntity d set d.notifiedAt = :at where d.realmId = :realm and d.id = :id")
                    .setParameter("realm", realmId)
                    .setParameter("id", id)
                    .setParameter("at", at.toEpochMilli())
                    .executeUpdate();
        }
    }

    @Override
    public long notifiedSince(String realmId, String userId, Instant since) {
        if (!Text.userId(userId)) {
            return 0;
        }
        return em.createQuery("""
                        select count(d) from DeviceEntity d
                        where d.realmId = :realm and d.userId = :user and d.notifiedAt >= :since""", Long.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .setParameter("since", since.toEpochMilli())
                .getSingleResult();
    }

    @Override
    public void remove(String realmId, String id) {
        if (Text.id(id)) {
            new Removal(em).device(realmId, id);
        }
    }

    @Override
    public DeviceOwner lockOwner(String realmId, String userId) {
        return owners.lock(realmId, userId);
    }

    @Override
    public boolean newDeviceMailRefused(String realmId, String userId) {
        return Text.userId(userId) && owners.mailRefused(realmId, userId);
    }

    @Override
    public void refuseNewDeviceMail(String realmId, String userId, boolean refused) {
        owners.refuseMail(realmId, userId, refused);
    }
}
