package io.keyward.realmroles;

import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Sees an admin register the required action in a realm that is already there. */
final class RealmRolesListener implements EventListenerProvider {

    private final KeycloakSession session;

    RealmRolesListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {}

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getResourceType() == ResourceType.REQUIRED_ACTION
                && event.getOperationType() == OperationType.CREATE) {
            RealmModel realm = session.realms().getRealm(event.getRealmId());
            if (realm != null) {
                new RealmRoles(realm).ensure();
            }
        }
    }

    @Override
    public void close() {}
}
