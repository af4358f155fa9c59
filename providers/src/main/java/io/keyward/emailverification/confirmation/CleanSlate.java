package io.keyward.emailverification.confirmation;

import java.util.List;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * Takes away every way into an account that was set up before its address was proved: whoever set it up may not be the one
 * who owns the address (account pre-hijacking, ADR 2).
 */
final class CleanSlate {

    private final KeycloakSession session;
    private final RealmModel realm;

    CleanSlate(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    void of(UserModel user) {
        credentials(user);
        linkedIdentities(user);
        sessions(user);
    }

    private void credentials(UserModel user) {
        List<String> ids = user.credentialManager()
                .getStoredCredentialsStream()
                .map(CredentialModel::getId)
                .toList();
        ids.forEach(user.credentialManager()::removeStoredCredentialById);
    }

    private void linkedIdentities(UserModel user) {
        List<String> aliases = session.users()
                .getFederatedIdentitiesStream(realm, user)
                .map(FederatedIdentityModel::getIdentityProvider)
                .toList();
        aliases.forEach(alias -> session.users().removeFederatedIdentity(realm, user, alias));
    }

    private void sessions(UserModel user) {
        session.sessions().removeUserSessions(realm, user);
        List<UserSessionModel> offline =
                session.sessions().getOfflineUserSessionsStream(realm, user).toList();
        offline.forEach(one -> session.sessions().removeOfflineUserSession(realm, one));
        session.users().setNotBeforeForUser(realm, user, Time.currentTime());
    }
}
