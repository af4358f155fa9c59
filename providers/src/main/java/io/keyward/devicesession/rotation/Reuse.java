package io.keyward.devicesession.rotation;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.RefreshChainStore.Outcome;
import io.keyward.devicesession.notice.Notices;
import io.keyward.devicesession.recognition.DeviceTie;
import io.keyward.devicesession.signout.SignOut;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Retry;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventType;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * A refresh token came back after it was replaced: of the two that hold the line, one should not. The user session ends,
 * online and offline and for all its clients: who has the token of a device may have its cookie.
 *
 * @param kind {@code recent}, {@code orphaned-branch} or {@code stale-lineage}
 * @param deviceId the device of the session, or null if it has none
 */
record Reuse(String kind, String chain, String userSessionId, String userId, String clientId, String deviceId) {

    /** Error of the event, in Keycloak's spelling of such words. */
    static final String EVENT_ERROR = "refresh_token_reuse";

    private static final int TRIES = 3;
    private static final int PAUSE_MILLIS = 50;
    private static final Logger LOG = Logger.getLogger(Reuse.class);

    static Reuse of(Outcome outcome, Place place, AuthenticatedClientSessionModel clientSession) {
        UserSessionModel userSession = clientSession.getUserSession();
        return new Reuse(
                kind(outcome),
                place.chain(),
                userSession.getId(),
                userSession.getUser().getId(),
                clientSession.getClient().getId(),
                DeviceTie.noted(userSession));
    }

    static String kind(Outcome outcome) {
        return switch (outcome) {
            case REUSED_RECENT -> "recent";
            case REUSED_ORPHANED_BRANCH -> "orphaned-branch";
            case REUSED_STALE_LINEAGE -> "stale-lineage";
            default -> throw new IllegalArgumentException(outcome + " is no reuse");
        };
    }

    /**
     * Ends the session once the transaction of the request is over, however it ends. Not before: the request may hold the row
     * of the line, for which the ending would wait.
     */
    void endAfterCompletion(KeycloakSession session) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                end(session);
            }

            @Override
            protected void rollbackImpl() {
                end(session);
            }
        });
    }

    private void end(KeycloakSession session) {
        try {
            // Again, if it meets another ending of the same session that takes the rows in another order.
            Retry.execute(
                    () -> KeycloakModelUtils.runJobInTransaction(
                            session.getKeycloakSessionFactory(), session.getContext(), this::endIn),
                    TRIES,
                    PAUSE_MILLIS);
        } catch (RuntimeException e) {
            // The request is refused all the same, and the next one with the token is found out again.
            LOG.errorf(e, "A refresh token was reused, and session %s could not be ended", userSessionId);
        }
    }

    private void endIn(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        DeviceSessionProvider store = session.getProvider(DeviceSessionProvider.class);
        String reason = "reuse-" + kind;
        if (!store.chains().end(realm.getId(), chain, reason, Instant.ofEpochMilli(Time.currentTimeMillis()))) {
            return;
        }
        ClientModel client = realm.getClientById(clientId);
        UserModel user = session.users().getUserById(realm, userId);
        new SignOut(session, realm).sessions(List.of(userSessionId), reason);
        ReuseMeter.count(kind);
        event(session, realm, client, user);
        Device device = deviceId == null
                ? null
                : store.devices().findById(realm.getId(), deviceId).orElse(null);
        new Notices(session, realm).refreshTokenReused(user, device, client);
    }

    private void event(KeycloakSession session, RealmModel realm, ClientModel client, UserModel user) {
        EventBuilder event = new EventBuilder(
                        realm, session, session.getContext().getConnection())
                .event(EventType.REFRESH_TOKEN)
                .client(client)
                .user(user)
                .session(userSessionId)
                .detail("reuse", kind)
                .detail("chain", chain)
                .detail("device_id", deviceId);
        // With the ending or not at all.
        event.storeImmediately(false).error(EVENT_ERROR);
        // Keycloak stores failed refreshes only where the realm lists them. This is no failed refresh like others.
        if (realm.isEventsEnabled()
                && realm.getEnabledEventTypesStream().findAny().isEmpty()) {
            session.getProvider(EventStoreProvider.class).onEvent(event.getEvent());
        }
    }
}
