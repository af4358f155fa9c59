package io.keyward.emailverification.proof;

import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The evidence that accounts have proved their addresses, and the one place that says whether one has.
 *
 * <p>An account is proved when an unvoided proof names exactly its current address <em>and</em> Keycloak's own flag says
 * verified. The flag alone is worth nothing, since identity-provider linking, password reset and administrators set it as
 * a side effect (keycloak/keycloak#50622, #49007); taking it away asks for a new proof.
 */
public final class EmailProofs {

    /** The proved address travels with Keycloak's cached user and is dropped with it, on every node, when the user changes. */
    private static final String CACHE_KEY = "keyward.email.proof";

    private final KeycloakSession session;

    public EmailProofs(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Whether the account has proved its current address. Costs no query while Keycloak has the user cached.
     * False for an account without an address.
     */
    public boolean proved(RealmModel realm, UserModel user) {
        String address = user.getEmail();
        if (address == null || address.isBlank() || !user.isEmailVerified()) {
            return false;
        }
        CachedUserModel cached = user instanceof CachedUserModel model && !model.isMarkedForEviction() ? model : null;
        if (cached != null && address.equals(cached.getCachedWith().get(CACHE_KEY))) {
            return true;
        }
        Adoption.ensure(session.getKeycloakSessionFactory(), realm);
        String proved = new EmailProofRows(session).provedAddress(user.getId());
        if (!address.equals(proved)) {
            if (proved != null) {
                voidLater(user.getId());
            }
            return false;
        }
        if (cached != null) {
            remember(cached, address);
        }
        return true;
    }

    /** Whether any address of this account has ever been proved. */
    public boolean everProved(UserModel user) {
        return new EmailProofRows(session).any(user.getId());
    }

    /** Writes down that the current address is proved, and sets Keycloak's flag. An older proof is replaced. */
    public void record(RealmModel realm, UserModel user, ProofMethod method) {
        Adoption.ensure(session.getKeycloakSessionFactory(), realm);
        EmailProofRows rows = new EmailProofRows(session);
        rows.voidAll(user.getId(), VoidReason.REPLACED);
        rows.add(realm.getId(), user.getId(), user.getEmail(), method);
        // Also evicts the user from the caches of all nodes, and the remembered proof with it.
        user.setEmailVerified(true);
        user.removeRequiredAction(UserModel.RequiredAction.VERIFY_EMAIL);
    }

    /** Voids the proof and takes Keycloak's flag away: the address has to be proved again. */
    public void require(UserModel user) {
        new EmailProofRows(session).voidAll(user.getId(), VoidReason.ADMIN);
        user.setEmailVerified(false);
    }

    /** Newest first, voided ones included. */
    public List<EmailProof> history(UserModel user) {
        return new EmailProofRows(session).history(user.getId());
    }

    /** Voids the proof when it names another address than the current one; so that going back to it needs a new proof. */
    void voidIfMoved(UserModel user) {
        EmailProofRows rows = new EmailProofRows(session);
        String proved = rows.provedAddress(user.getId());
        if (proved != null && !proved.equals(user.getEmail())) {
            rows.voidAll(user.getId(), VoidReason.ADDRESS_CHANGED);
        }
    }

    /** In a transaction of its own: the caller is about to refuse something, which rolls its transaction back. */
    private void voidLater(String userId) {
        KeycloakModelUtils.runJobInTransaction(
                session.getKeycloakSessionFactory(),
                inner -> new EmailProofRows(inner).voidAll(userId, VoidReason.ADDRESS_CHANGED));
    }

    @SuppressWarnings("unchecked") // Keycloak declares the map raw.
    private static void remember(CachedUserModel cached, String address) {
        cached.getCachedWith().put(CACHE_KEY, address);
    }
}
