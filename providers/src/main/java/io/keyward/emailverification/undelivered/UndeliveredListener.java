package io.keyward.emailverification.undelivered;

import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;

/** A user federation that is removed takes its imported users with it in bulk, without an event for each. */
record UndeliveredListener(KeycloakSession session) implements EventListenerProvider {

    @Override
    public void onEvent(Event event) {
        // What people do changes nothing here.
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getError() == null
                && event.getResourceType() == ResourceType.COMPONENT
                && event.getOperationType() == OperationType.DELETE) {
            new UndeliveredRows(session).removeOrphans(event.getRealmId());
        }
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
