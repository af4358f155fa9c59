package io.keyward.passwordreset;

import io.keyward.emailverification.proof.EmailProofs;
import io.keyward.emailverification.proof.EmailVerificationRealm;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Which mail somebody gets whose password was asked for. */
enum Reply {
    /** The link. */
    LINK,
    /** The account proved another address before: whoever reads this mailbox may not be its owner (ADR 2, case 3). */
    OTHER_ADDRESS,
    /** The account is used without a password, and a mail must not give it one. */
    NO_PASSWORD,
    /** None: there is nobody, or nobody who may sign in, or no address. */
    NONE;

    static Reply to(KeycloakSession session, RealmModel realm, UserModel user) {
        if (!reachable(user)) {
            return NONE;
        }
        if (EmailVerificationRealm.asked(realm)) {
            EmailProofs proofs = new EmailProofs(session);
            if (!proofs.proved(realm, user)) {
                // Nobody has proved anything yet: the link is the proof, and takes away what was set up before.
                return proofs.everProved(user) ? OTHER_ADDRESS : LINK;
            }
        }
        boolean password = user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
        return password || !otherWayIn(session, realm, user) ? LINK : NO_PASSWORD;
    }

    private static boolean reachable(UserModel user) {
        return user != null
                && user.isEnabled()
                && user.getServiceAccountClientLink() == null
                && user.getEmail() != null
                && !user.getEmail().isBlank();
    }

    /** An account with no way in at all is one whose maker meant its owner to choose a password by mail. */
    private static boolean otherWayIn(KeycloakSession session, RealmModel realm, UserModel user) {
        return session.users()
                        .getFederatedIdentitiesStream(realm, user)
                        .findAny()
                        .isPresent()
                || user.credentialManager()
                        .getStoredCredentialsByTypeStream(WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                        .findAny()
                        .isPresent();
    }
}
