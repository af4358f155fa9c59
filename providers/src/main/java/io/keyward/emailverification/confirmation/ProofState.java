package io.keyward.emailverification.confirmation;

import io.keyward.emailverification.proof.EmailProofs;
import io.keyward.onetimetoken.OneTimeTokenProvider;
import java.util.Locale;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** How far the proof is, seen from one tab. */
enum ProofState {
    /** The address is proved, and this tab may go on. */
    PROVED,
    /** The address was proved by somebody else than the browser of this tab: here nobody is let in. */
    ELSEWHERE,
    /** Nobody has proved the address yet. */
    WAITING;

    /** Outcome of a token that was used in the browser it was bound to. */
    static final String OWN_LINK = "link";

    /** Outcome of a token that was used in any other browser. */
    static final String OTHER_LINK = "link-elsewhere";

    static final String CODE = "code";

    static ProofState of(KeycloakSession session, RealmModel realm, ProofSession proof, UserModel user) {
        // An address that was to take the place of a proved one belongs to somebody else: this looks like any other
        // wait.
        boolean decoy = proof.replacing() && proof.isDecoy();
        if (decoy || user == null || !new EmailProofs(session).proved(realm, user)) {
            return WAITING;
        }
        boolean own = !proof.required() || proof.doneFor(user.getEmail()) || ownLink(session, realm, proof, user);
        return own ? PROVED : ELSEWHERE;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean ownLink(KeycloakSession session, RealmModel realm, ProofSession proof, UserModel user) {
        return proof.tokenId() != null
                && session.getProvider(OneTimeTokenProvider.class)
                        .findById(realm.getId(), proof.tokenId())
                        .filter(token -> OWN_LINK.equals(token.outcome()))
                        .filter(token -> token.userId().equals(user.getId()))
                        .filter(token -> token.address().equals(user.getEmail()))
                        .isPresent();
    }
}
