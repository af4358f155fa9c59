package io.keyward.devicesession.notice;

import io.keyward.devicesession.DeviceSettings;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Hears of changed passwords and addresses, and has their owners told. A password that is chosen while an account comes into
 * being, or while its address is proved, comes with no such event, and nobody is told: the person is just doing it.
 */
final class NoticeListener implements EventListenerProvider {

    /** At the event of an address that was corrected before anybody had proved it: the old one may be a stranger's. */
    static final String UNPROVED = "unproved-address";

    private static final Pattern USER = Pattern.compile("users/([^/]+)(/reset-password)?");

    private final KeycloakSession session;

    NoticeListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        RealmModel realm = event.getError() == null && event.getUserId() != null ? asked(event.getRealmId()) : null;
        if (realm == null) {
            return;
        }
        if (passwordChanged(event)) {
            new Notices(session, realm).passwordChanged(user(realm, event.getUserId()), false);
        }
        String old = detail(event, Details.PREVIOUS_EMAIL);
        if (old != null && !UNPROVED.equals(detail(event, Details.REASON))) {
            new Notices(session, realm).addressChanged(user(realm, event.getUserId()), old);
        }
    }

    /** Keycloak 26.7 tells of one change by both events; not every extension does. */
    private static boolean passwordChanged(Event event) {
        return event.getType() == EventType.UPDATE_PASSWORD
                || event.getType() == EventType.UPDATE_CREDENTIAL
                        && PasswordCredentialModel.TYPE.equals(detail(event, Details.CREDENTIAL_TYPE));
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getError() != null || event.getResourceType() != ResourceType.USER) {
            return;
        }
        Matcher path = USER.matcher(event.getResourcePath() == null ? "" : event.getResourcePath());
        RealmModel realm = path.matches() ? asked(event.getRealmId()) : null;
        if (realm == null) {
            return;
        }
        if (path.group(2) != null) {
            new Notices(session, realm).passwordChanged(user(realm, path.group(1)), true);
        } else if (event.getOperationType() == OperationType.UPDATE) {
            updated(realm, user(realm, path.group(1)));
        }
    }

    private void updated(RealmModel realm, UserModel user) {
        if (user == null) {
            return;
        }
        Before.of(session, realm, user.getId()).ifPresent(before -> {
            Notices notices = new Notices(session, realm);
            notices.addressChanged(user, before.address());
            if (before.otherPassword(user)) {
                notices.passwordChanged(user, true);
            }
        });
    }

    private static String detail(Event event, String name) {
        return event.getDetails() == null ? null : event.getDetails().get(name);
    }

    private RealmModel asked(String realmId) {
        RealmModel realm = realmId == null ? null : session.realms().getRealm(realmId);
        return realm != null && DeviceSettings.asked(realm) ? realm : null;
    }

    private UserModel user(RealmModel realm, String userId) {
        return session.users().getUserById(realm, userId);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
