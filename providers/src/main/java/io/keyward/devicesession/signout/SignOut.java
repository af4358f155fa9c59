package io.keyward.devicesession.signout;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceSession;
import io.keyward.devicesession.DeviceSessionProvider;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Ends sessions through Keycloak, as its own sign-out does: the applications that asked to be told are told. Refresh chains
 * are ended first, which waits for refreshes under way, so that none of them brings a session back
 * (keycloak/keycloak#51312).
 */
public final class SignOut {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final DeviceSessionProvider store;

    public SignOut(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.store = session.getProvider(DeviceSessionProvider.class);
    }

    /** Ends every session on a device, online and offline. @param reason a stable word for the ledger */
    public void device(Device device, String reason) {
        List<String> ids = store.sessions().openOf(realm.getId(), List.of(device.id())).stream()
                .map(DeviceSession::userSessionId)
                .toList();
        sessions(ids, reason);
        store.devices().signedOut(realm.getId(), device.id(), now());
    }

    /** Ends these sessions, online and offline. The device may have others that go on. */
    public void sessions(Collection<String> userSessionIds, String reason) {
        if (userSessionIds.isEmpty()) {
            return;
        }
        KeycloakContext context = session.getContext();
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        ClientModel client = context.getClient();
        try {
            end(userSessionIds, reason);
        } finally {
            // Keycloak (26.7) leaves those of the sign-out in their place.
            context.setAuthenticationSession(signIn);
            context.setClient(client);
        }
    }

    private void end(Collection<String> userSessionIds, String reason) {
        store.chains().endOfSessions(realm.getId(), userSessionIds, reason, now());
        LiveSessions there = new LiveSessions(session, realm);
        for (String id : userSessionIds) {
            there.there(id).toList().forEach(this::end);
        }
        store.sessions().ended(realm.getId(), userSessionIds, now());
    }

    private void end(UserSessionModel userSession) {
        AuthenticationManager.backchannelLogout(session, userSession, true);
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
