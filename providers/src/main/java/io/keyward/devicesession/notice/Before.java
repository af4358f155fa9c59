package io.keyward.devicesession.notice;

import java.util.List;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * An account as it was before the request: what an administrator changes in it comes with an event that names the new values
 * only. Read in a transaction of its own, which does not see what the one of the request has written and not committed;
 * from Keycloak's user cache, mostly.
 */
record Before(String address, List<String> passwords) {

    /** Empty for an account that was not there. */
    static Optional<Before> of(KeycloakSession session, RealmModel realm, String userId) {
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), own -> {
            RealmModel same = own.realms().getRealm(realm.getId());
            if (same == null) {
                return Optional.empty();
            }
            own.getContext().setRealm(same);
            UserModel user = own.users().getUserById(same, userId);
            return user == null ? Optional.empty() : Optional.of(new Before(user.getEmail(), passwords(user)));
        });
    }

    /** Whether the account had a password and has another one now. */
    boolean otherPassword(UserModel now) {
        return !passwords.isEmpty() && !passwords.equals(passwords(now));
    }

    private static List<String> passwords(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .map(CredentialModel::getSecretData)
                .toList();
    }

    /** Without anything. */
    @Override
    public String toString() {
        return "Before";
    }
}
