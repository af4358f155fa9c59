package io.keyward.devicesession.jpa;

import io.keyward.devicesession.signout.LiveSessions;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

final class KeycloakSessions implements StoredSessions {

    private final KeycloakSession session;

    KeycloakSessions(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public boolean has(String realmId, String userSessionId) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return false;
        }
        // A job has no realm of its own, and Keycloak's stores take it from the context.
        session.getContext().setRealm(realm);
        return new LiveSessions(session, realm).stored(userSessionId);
    }
}
