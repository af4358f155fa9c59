package io.keyward.devicesession.notice;

import io.keyward.devicesession.DeviceSettings;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Hears of changed passwords and addresses, by whatever way they are changed, and has their owners told. */
final class NoticeListener implements EventListenerProvider {

    private final KeycloakSession session;

    NoticeListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        RealmModel realm = event.getError() == null ? asked(event.getRealmId()) : null;
        if (realm == null || event.getUserId() == null) {
            return;
        }
        if (passwordChanged(event)) {
            new Notices(session, realm).passwordChanged(user(realm, event.getUserId()), false);
        }
        String old = detail(event, Details.PREVIOUS_EMAIL);
        if (old != null) {
            new Notices(session, realm).addressChanged(user(realm, event.getUserId()), old);
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {}

    private static boolean passwordChanged(Event event) {
        return event.getType() == EventType.UPDATE_CREDENTIAL
                && PasswordCredentialModel.TYPE.equals(detail(event, Details.CREDENTIAL_TYPE));
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
