package io.keyward.emailverification.proof;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The rows of KEYWARD_EMAIL_PROOF and KEYWARD_EMAIL_ADOPTION; no rule lives here. */
final class EmailProofRows {

    private final EntityManager em;

    EmailProofRows(KeycloakSession session) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** The address that the user has proved and not lost since, or null. */
    String provedAddress(String userId) {
        return em.createQuery(
                        "select p.address from EmailProofEntity p where p.userId = :user and p.voidedAt is null",
                        String.class)
                .setParameter("user", userId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    List<EmailProof> history(String userId) {
        try (Stream<EmailProofEntity> rows = em.createQuery(
                        "select p from EmailProofEntity p where p.userId = :user order by p.provedAt desc",
                        EmailProofEntity.class)
                .setParameter("user", userId)
                .getResultStream()) {
            return rows.map(EmailProofEntity::toProof).toList();
        }
    }

    boolean any(String userId) {
        return !em.createQuery("select p.id from EmailProofEntity p where p.userId = :user", String.class)
                .setParameter("user", userId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    void add(String realmId, String userId, String address, ProofMethod method) {
        EmailProofEntity row = new EmailProofEntity();
        row.id = UUID.randomUUID().toString();
        row.realmId = realmId;
        row.userId = userId;
        row.address = address;
        row.method = method.id();
        row.provedAt = Time.currentTimeMillis();
        em.persist(row);
        em.flush();
    }

    void voidAll(String userId, VoidReason reason) {
        em.createQuery("update EmailProofEntity p set p.voidedAt = :now, p.voidReason = :reason"
                        + " where p.userId = :user and p.voidedAt is null")
                .setParameter("now", Time.currentTimeMillis())
                .setParameter("reason", reason.id())
                .setParameter("user", userId)
                .executeUpdate();
    }

    void removeUser(String userId) {
        em.createQuery("delete from EmailProofEntity p where p.userId = :user")
                .setParameter("user", userId)
                .executeUpdate();
    }

    void removeRealm(String realmId) {
        em.createQuery("delete from EmailProofEntity p where p.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
        em.createQuery("delete from EmailAdoptionEntity a where a.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    /** Rows whose user is gone; users of a federation that imports none have no row to look at and are left alone. */
    void removeOrphans(String realmId) {
        em.createQuery("delete from EmailProofEntity p where p.realmId = :realm and p.userId not like 'f:%'"
                        + " and not exists (select 1 from UserEntity u where u.id = p.userId)")
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    /**
     * Writes down what another system proved, for those of the accounts that carry the mark and the flag and were never proved
     * here; and removes the mark.
     */
    void takeImported(String realmId, Collection<String> userIds) {
        em.createQuery("insert into EmailProofEntity (id, realmId, userId, address, method, provedAt)"
                        + " select u.id, u.realmId, u.id, u.email, :method, :now from UserEntity u"
                        + " where u.realmId = :realm and u.id in (:users) and u.emailVerified = true and u.email is not null"
                        + " and exists (select 1 from UserAttributeEntity a"
                        + " where a.user = u and a.name = :mark and a.value = :imported)"
                        + " and not exists (select 1 from EmailProofEntity p where p.userId = u.id)")
                .setParameter("method", ProofMethod.IMPORTED.id())
                .setParameter("now", Time.currentTimeMillis())
                .setParameter("realm", realmId)
                .setParameter("users", userIds)
                .setParameter("mark", ImportedProof.ATTRIBUTE)
                .setParameter("imported", ImportedProof.IMPORTED)
                .executeUpdate();
        em.createQuery("delete from UserAttributeEntity a where a.name = :mark and a.user.id in (:users)")
                .setParameter("mark", ImportedProof.ATTRIBUTE)
                .setParameter("users", userIds)
                .executeUpdate();
    }

    boolean adopted(String realmId) {
        return em.find(EmailAdoptionEntity.class, realmId) != null;
    }

    /** Takes over the verified accounts of a realm; the primary key lets only one of two concurrent callers commit. */
    long adopt(String realmId) {
        long now = Time.currentTimeMillis();
        int taken = em.createQuery("insert into EmailProofEntity (id, realmId, userId, address, method, provedAt)"
                        + " select u.id, u.realmId, u.id, u.email, :method, :now from UserEntity u"
                        + " where u.realmId = :realm and u.emailVerified = true and u.email is not null"
                        + " and u.serviceAccountClientLink is null"
                        + " and not exists (select 1 from EmailProofEntity p where p.userId = u.id)")
                .setParameter("method", ProofMethod.EXISTING.id())
                .setParameter("now", now)
                .setParameter("realm", realmId)
                .executeUpdate();
        EmailAdoptionEntity row = new EmailAdoptionEntity();
        row.realmId = realmId;
        row.adoptedAt = now;
        row.adoptedCount = taken;
        em.persist(row);
        em.flush();
        return taken;
    }
}
