package io.keyward.devicesession.rotation;

import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.RefreshChain;
import io.keyward.devicesession.RefreshChainStore;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/**
 * Ends the lines of tokens whose session or grant Keycloak ends, in the same transaction. That waits for refreshes under way,
 * and those that come later are refused, so that no refresh outruns a revocation (keycloak/keycloak#51312).
 */
final class ChainListener implements EventListenerProvider {

    private static final String SESSIONS = "sessions/";

    private final KeycloakSession session;

    ChainListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        switch (event.getType()) {
            case LOGOUT -> signedOut(event.getRealmId(), event.getSessionId());
            case REVOKE_GRANT -> {
                // An access token that is revoked leaves the session and its refresh token as they are.
                if (event.getSessionId() != null && event.getDetails().containsKey(Details.REFRESH_TOKEN_ID)) {
                    revoked(
                            event.getRealmId(),
                            event.getSessionId(),
                            event.getDetails().get(Details.REVOKED_CLIENT));
                }
            }
            default -> {
                // No other event ends a session.
            }
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        String path = event.getResourcePath();
        if (event.getError() == null
                && event.getResourceType() == ResourceType.USER_SESSION
                && event.getOperationType() == OperationType.DELETE
                && path != null
                && path.startsWith(SESSIONS)) {
            signedOut(event.getRealmId(), path.substring(SESSIONS.length()));
        }
    }

    /** The offline session of the same id outlives the online one, unless it was the one that was ended. */
    private void signedOut(String realmId, String userSessionId) {
        RealmModel realm = realm(realmId);
        if (realm == null || userSessionId == null) {
            return;
        }
        UserSessionModel offline = session.sessions().getOfflineUserSession(realm, userSessionId);
        if (offline == null) {
            chains().endOfSessions(realmId, List.of(userSessionId), "logout", now());
        } else {
            end(
                    realmId,
                    userSessionId,
                    "logout",
                    chain -> offline.getAuthenticatedClientSessionByClient(chain.clientId()) == null);
        }
    }

    private void revoked(String realmId, String userSessionId, String clientId) {
        RealmModel realm = realm(realmId);
        if (realm != null) {
            end(
                    realmId,
                    userSessionId,
                    "revoked",
                    chain -> chain.clientId()
                            .equals(realm.getClientByClientId(clientId).getId()));
        }
    }

    private void end(String realmId, String userSessionId, String reason, Predicate<RefreshChain> which) {
        // In one order, so that two endings at once do not wait for each other.
        chains().ofSessions(realmId, List.of(userSessionId)).stream()
                .filter(chain -> chain.endedAt() == null && which.test(chain))
                .map(RefreshChain::id)
                .sorted()
                .forEach(id -> chains().end(realmId, id, reason, now()));
    }

    /** Realms that have not asked for rotation have no lines, and their requests cost nothing. */
    private RealmModel realm(String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        return Governed.settings(realm) == null ? null : realm;
    }

    private RefreshChainStore chains() {
        return session.getProvider(DeviceSessionProvider.class).chains();
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
