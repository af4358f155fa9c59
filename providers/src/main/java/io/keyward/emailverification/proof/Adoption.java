package io.keyward.emailverification.proof;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Takes over the accounts that counted as verified before Keyward arrived in a realm, once, so that nobody is locked out.
 *
 * <p>It happens at the first of: the realm was created or imported; the server started; an administrator registered or
 * enabled the required action; somebody asked for a proof. Whoever gets the flag later has to prove the address.
 */
final class Adoption {

    private static final Logger LOG = Logger.getLogger(Adoption.class);

    /** Realms that are known to be adopted; spares a query and is never the truth. */
    private static final Set<String> ADOPTED = ConcurrentHashMap.newKeySet();

    private Adoption() {}

    /** Adopts in a transaction of its own when that has not happened yet. */
    static void ensure(KeycloakSessionFactory factory, RealmModel realm) {
        String realmId = realm.getId();
        if (ADOPTED.contains(realmId)) {
            return;
        }
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> adopt(session, realmId));
        } catch (RuntimeException e) {
            // Another node may have won the race for the row; only a missing row is a failure.
            KeycloakModelUtils.runJobInTransaction(factory, session -> {
                if (!new EmailProofRows(session).adopted(realmId)) {
                    throw e;
                }
            });
        }
        ADOPTED.add(realmId);
    }

    /** Adopts within the caller's transaction, which may hold users that no other transaction can see yet. */
    static void adopt(KeycloakSession session, String realmId) {
        EmailProofRows rows = new EmailProofRows(session);
        if (!rows.adopted(realmId)) {
            long taken = rows.adopt(realmId);
            LOG.infof("Took over %d verified accounts of realm %s as proved (method existing)", taken, realmId);
        }
    }

    static void forget(String realmId) {
        ADOPTED.remove(realmId);
    }
}
