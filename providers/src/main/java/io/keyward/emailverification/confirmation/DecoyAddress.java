package io.keyward.emailverification.confirmation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStoragePrivateUtil;

/**
 * What another address of an account costs, for one that is taken: it is written to the database, and rolled back; see
 * {@link DecoyAccount}. Accounts of a federation are left alone.
 */
final class DecoyAddress {

    private static final Logger LOG = Logger.getLogger(DecoyAddress.class);

    /** The row is not waited for: whoever holds it may be the request itself. */
    private static final Map<String, Object> NO_WAIT = Map.of("jakarta.persistence.lock.timeout", 0);

    private final KeycloakSession session;

    DecoyAddress(KeycloakSession session) {
        this.session = session;
    }

    /** @param named whether the address is the name of the account as well */
    void of(UserModel user, boolean named) {
        if (user.getFederationLink() != null || !StorageId.isLocalStorage(user.getId())) {
            return;
        }
        String id = user.getId();
        try {
            KeycloakModelUtils.runJobInTransaction(
                    session.getKeycloakSessionFactory(), session.getContext(), own -> rolledBack(own, id, named));
        } catch (RuntimeException e) {
            LOG.warnf("A decoy could not be made (%s)", e.getClass().getName());
        }
    }

    private static void rolledBack(KeycloakSession own, String id, boolean named) {
        own.getTransactionManager().setRollbackOnly();
        EntityManager em = own.getProvider(JpaConnectionProvider.class).getEntityManager();
        if (em.find(UserEntity.class, id, LockModeType.PESSIMISTIC_WRITE, NO_WAIT) == null) {
            return;
        }
        String address = UUID.randomUUID() + "@decoy.invalid";
        UserModel user = UserStoragePrivateUtil.userLocalStorage(own)
                .getUserById(own.getContext().getRealm(), id);
        user.setEmail(address);
        user.setEmailVerified(false);
        if (named) {
            user.setUsername(address);
        }
        em.flush();
    }
}
