package io.keyward.devicesession.ending;

import io.keyward.devicesession.DeviceSettings;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Hears of what {@link PasswordWatch} does not see: passwords that a federation keeps, and passwords that are removed. And undoes
 * what a sign-in does that is over: Keycloak carries out the required action that a sign-in is parked at before it asks any other.
 * Keycloak swallows what a listener throws, so a failure marks the transaction for rollback.
 */
final class EndingListener implements EventListenerProvider {

    private static final Logger LOG = Logger.getLogger(EndingListener.class);
    private static final Pattern PASSWORD_PATH = Pattern.compile("users/([^/]+)/(reset-password|credentials/[^/]+)");
    private static final String RESET = "reset-password";

    private final KeycloakSession session;

    EndingListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getError() == null) {
            orRollback(() -> {
                if (!leaves(event.getType())) {
                    undoWhatIsOver(event.getType());
                }
                if (passwordEvent(event)) {
                    changed(event.getRealmId(), event.getUserId());
                }
            });
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        Matcher path = PASSWORD_PATH.matcher(event.getResourcePath() == null ? "" : event.getResourcePath());
        if (event.getError() == null
                && event.getResourceType() == ResourceType.USER
                && path.matches()
                && (RESET.equals(path.group(2)) || password(event.getDetails()))) {
            orRollback(() -> changed(event.getRealmId(), path.group(1)));
        }
    }

    /** Keycloak 26.7 tells of one change by both events; not every extension does. */
    private static boolean passwordEvent(Event event) {
        EventType type = event.getType();
        return type == EventType.UPDATE_PASSWORD
                || (type == EventType.UPDATE_CREDENTIAL || type == EventType.REMOVE_CREDENTIAL)
                        && password(event.getDetails());
    }

    private static boolean password(Map<String, String> details) {
        return details != null && PasswordCredentialModel.TYPE.equals(details.get(Details.CREDENTIAL_TYPE));
    }

    private void changed(String realmId, String userId) {
        RealmModel realm = realmId == null ? null : session.realms().getRealm(realmId);
        UserModel user = realm == null || userId == null || !DeviceSettings.asked(realm)
                ? null
                : session.users().getUserById(realm, userId);
        if (user != null && !new Ending(session, realm).wasSeen(user)) {
            new Ending(session, realm).passwordChanged(user);
        }
    }

    /** Who is over may still go away. */
    private static boolean leaves(EventType type) {
        return type == EventType.LOGOUT || type == EventType.RESTART_AUTHENTICATION;
    }

    private void undoWhatIsOver(EventType type) {
        HalfFinished.current(session)
                .filter(signIn -> signIn.user() != null)
                .filter(HalfFinished::over)
                .ifPresent(signIn -> {
                    LOG.warnf(
                            "A half-finished sign-in of user %s tried %s after everything was ended; undone",
                            signIn.user().getId(), type);
                    session.getTransactionManager().setRollbackOnly();
                });
    }

    private void orRollback(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            session.getTransactionManager().setRollbackOnly();
            throw e;
        }
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
