package io.keyward.devicesession.recognition;

import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.DeviceSettings;
import java.time.Instant;
import java.util.List;
import org.keycloak.common.util.Time;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/**
 * Meets the browser itself: only in its own request is its cookie to be had. Keycloak (26.7) tells of LOGIN when the session is
 * there and before the answer goes out, whatever led to it: password, registration, identity provider, remembered sign-in,
 * device grant, SAML. Of its own token endpoint it tells the same; there nobody brings a cookie of ours.
 */
final class SignInListener implements EventListenerProvider {

    private final KeycloakSession session;

    SignInListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        RealmModel realm = session.getContext().getRealm();
        if (event.getError() != null
                || event.getSessionId() == null
                || realm == null
                || !realm.getId().equals(event.getRealmId())
                || !DeviceSettings.asked(realm)) {
            return;
        }
        // An impersonation is asked for at the admin API, but by the console in the administrator's browser.
        if (event.getType() == EventType.IMPERSONATE
                || event.getType() == EventType.LOGIN && RequestPlace.of(session) == RequestPlace.BROWSER) {
            signedIn(realm, event);
        } else if (event.getType() == EventType.LOGOUT) {
            signedOut(realm, event.getSessionId());
        }
    }

    private void signedIn(RealmModel realm, Event event) {
        UserSessionModel userSession = userSession(realm, event.getSessionId());
        if (userSession == null) {
            return;
        }
        if (DeviceTie.noted(userSession) != null) {
            new DeviceCookie(session, realm).renew();
        } else {
            new DeviceTie(session, realm)
                    .tie(
                            userSession,
                            event.getClientId() == null ? null : realm.getClientByClientId(event.getClientId()),
                            RequestPlace.BROWSER);
        }
    }

    private UserSessionModel userSession(RealmModel realm, String id) {
        UserSessionModel current = session.getContext().getUserSession();
        return current != null && current.getId().equals(id)
                ? current
                : session.sessions().getUserSession(realm, id);
    }

    /** Saves others from asking Keycloak; whoever needs to know for sure asks all the same. */
    private void signedOut(RealmModel realm, String sessionId) {
        if (session.sessions().getOfflineUserSession(realm, sessionId) == null) {
            session.getProvider(DeviceSessionProvider.class)
                    .sessions()
                    .ended(realm.getId(), List.of(sessionId), Instant.ofEpochMilli(Time.currentTimeMillis()));
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        // What administrators end is found out by asking whether it lives.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
