package io.keyward.departure;

import jakarta.persistence.EntityManager;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Passwords hashed with bcrypt: while Keyward is away those who have one need another. */
final class BcryptPasswords {

    private final KeycloakSession session;
    private final RealmModel realm;

    BcryptPasswords(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Of users in Keycloak's own tables; reads all of their passwords once. */
    long count() {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return entities.createQuery(
                        "select count(c) from CredentialEntity c where c.type = 'password' and c.user.realmId = :realm"
                                + " and c.credentialData like :bcrypt",
                        Long.class)
                .setParameter("realm", realm.getId())
                .setParameter("bcrypt", "%\"algorithm\":\"bcrypt\"%")
                .getSingleResult();
    }
}
