package io.keyward.emailverification.undelivered;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The rows of KEYWARD_UNDELIVERED; no rule lives here. */
final class UndeliveredRows {

    private final EntityManager em;

    UndeliveredRows(KeycloakSession session) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Null if the user has none. */
    UndeliveredEntity find(String userId) {
        return em.find(UndeliveredEntity.class, userId);
    }

    /** The same, and nobody else changes it until the transaction ends. */
    UndeliveredEntity findForUpdate(String userId) {
        return em.find(UndeliveredEntity.class, userId, LockModeType.PESSIMISTIC_WRITE);
    }

    void add(UndeliveredEntity row) {
        em.persist(row);
        em.flush();
    }

    void removeUser(String userId) {
        em.createQuery("delete from UndeliveredEntity u where u.userId = :user")
                .setParameter("user", userId)
                .executeUpdate();
    }

    void removeRealm(String realmId) {
        em.createQuery("delete from UndeliveredEntity u where u.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    /** Rows whose user is gone; users of a federation that imports none have no row to look at and are left alone. */
    void removeOrphans(String realmId) {
        em.createQuery("delete from UndeliveredEntity d where d.realmId = :realm and d.userId not like 'f:%'"
                        + " and not exists (select 1 from UserEntity u where u.id = d.userId)")
                .setParameter("realm", realmId)
                .executeUpdate();
    }
}
