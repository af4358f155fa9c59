package io.keyward.emailverification.proof;

import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Evidence that comes with accounts from another system: the attribute {@value #ATTRIBUTE} with the value
 * {@value #IMPORTED} says that the flag {@code emailVerified} beside it stands for a proof made there.
 *
 * <p>It counts at one moment only, when an administrator brings the account in by Keycloak's partial import, which takes the
 * permission to manage the realm. Then it is removed. People cannot write it, and whoever adds it to an account later
 * changes nothing.
 *
 * <p>All accounts of one import are looked at together, when its transaction is about to commit: two statements instead of
 * some for each. If they fail, the import does.
 */
final class ImportedProof extends AbstractKeycloakTransaction {

    static final String ATTRIBUTE = "keyward.email-proof";
    static final String IMPORTED = "imported";

    private static final String KEY = ImportedProof.class.getName();

    private final KeycloakSession session;
    private final String realmId;
    private final List<String> userIds = new ArrayList<>();

    private ImportedProof(KeycloakSession session, String realmId) {
        this.session = session;
        this.realmId = realmId;
    }

    /** The account was made by a partial import into the realm, of which there is one in a transaction. */
    static void imported(KeycloakSession session, String realmId, String userId) {
        ImportedProof known = session.getAttribute(KEY, ImportedProof.class);
        if (known == null) {
            known = new ImportedProof(session, realmId);
            session.setAttribute(KEY, known);
            session.getTransactionManager().enlistPrepare(known);
        }
        known.userIds.add(userId);
    }

    @Override
    protected void commitImpl() {
        session.removeAttribute(KEY);
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm != null) {
            Adoption.ensure(session.getKeycloakSessionFactory(), realm);
            new EmailProofRows(session).takeImported(realmId, userIds);
        }
    }

    @Override
    protected void rollbackImpl() {
        session.removeAttribute(KEY);
    }
}
