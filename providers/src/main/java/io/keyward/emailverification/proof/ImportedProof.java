package io.keyward.emailverification.proof;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Evidence that comes with an account from another system: the attribute {@value #ATTRIBUTE} with the value
 * {@value #IMPORTED} says that the flag {@code emailVerified} beside it stands for a proof made there.
 *
 * <p>It counts at one moment only, when an administrator creates the account, by partial import or one by one; that takes
 * the permission which vouching for an address takes. Then it is removed. People cannot write it, and whoever adds it to an
 * account later changes nothing.
 */
final class ImportedProof {

    static final String ATTRIBUTE = "keyward.email-proof";
    static final String IMPORTED = "imported";

    private ImportedProof() {}

    /** @param userId null, or of an account that is gone again, does nothing */
    static void take(KeycloakSession session, String realmId, String userId) {
        RealmModel realm = userId == null ? null : session.realms().getRealm(realmId);
        UserModel user = realm == null ? null : session.users().getUserById(realm, userId);
        String mark = user == null ? null : user.getFirstAttribute(ATTRIBUTE);
        if (mark == null) {
            return;
        }
        if (IMPORTED.equals(mark)) {
            new EmailProofs(session).recordImported(realm, user);
        }
        user.removeAttribute(ATTRIBUTE);
    }
}
