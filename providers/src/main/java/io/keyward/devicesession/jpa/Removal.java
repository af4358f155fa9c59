package io.keyward.devicesession.jpa;

import jakarta.persistence.EntityManager;

/** Deletes what belongs together: chains first, then sessions, then devices. */
final class Removal {

    private final EntityManager em;
    private final ChainRows chains;
    private final SessionRows sessions;

    Removal(EntityManager em) {
        this.em = em;
        this.chains = new ChainRows(em);
        this.sessions = new SessionRows(em);
    }

    void device(String realmId, String id) {
        chains.delete(realmId, sessions.ofDevice(realmId, id));
        delete("delete from DeviceSessionEntity s where s.realmId = :realm and s.deviceId = :id", realmId, id);
        delete("delete from DeviceEntity d where d.realmId = :realm and d.id = :id", realmId, id);
    }

    void user(String realmId, String id) {
        chains.delete(realmId, sessions.ofUser(realmId, id));
        delete("delete from DeviceSessionEntity s where s.realmId = :realm and s.userId = :id", realmId, id);
        delete("delete from DeviceEntity d where d.realmId = :realm and d.userId = :id", realmId, id);
        delete("delete from DeviceOwnerEntity o where o.realmId = :realm and o.userId = :id", realmId, id);
    }

    void client(String realmId, String id) {
        delete("delete from RefreshChainEntity c where c.realmId = :realm and c.clientId = :id", realmId, id);
        // The sign-in stays in the person's history.
        delete(
                "update DeviceSessionEntity s set s.clientId = null where s.realmId = :realm and s.clientId = :id",
                realmId,
                id);
    }

    void realm(String id) {
        for (String entity :
                new String[] {"RefreshChainEntity", "DeviceSessionEntity", "DeviceEntity", "DeviceOwnerEntity"}) {
            em.createQuery("delete from " + entity + " e where e.realmId = :realm")
                    .setParameter("realm", id)
                    .executeUpdate();
        }
    }

    private void delete(String statement, String realmId, String id) {
        em.createQuery(statement)
                .setParameter("realm", realmId)
                .setParameter("id", id)
                .executeUpdate();
    }
}
