package io.keyward.emailverification.proof;

import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Voids a proof as soon as the address changes, and adopts a realm as soon as an administrator switches the proof on. */
final class EmailProofListener implements EventListenerProvider {

    private static final String USERS = "users/";

    private final KeycloakSession session;

    EmailProofListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        switch (event.getType()) {
            case UPDATE_EMAIL, UPDATE_PROFILE, IDENTITY_PROVIDER_LOGIN ->
                addressMayHaveChanged(event.getRealmId(), event.getUserId());
            default -> {
                // No other event changes an address.
            }
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getError() != null || event.getResourceType() == null) {
            return;
        }
        ResourceType type = event.getResourceType();
        if (type == ResourceType.USER && event.getOperationType() == OperationType.UPDATE) {
            addressMayHaveChanged(event.getRealmId(), userId(event.getResourcePath()));
        } else if (type == ResourceType.REALM && event.getOperationType() == OperationType.CREATE) {
            imported(event.getRealmId(), userId(event.getResourcePath()));
        } else if (type == ResourceType.REQUIRED_ACTION || type == ResourceType.REQUIRED_ACTION_CONFIG) {
            adopt(event.getRealmId());
        } else if (type == ResourceType.COMPONENT && event.getOperationType() == OperationType.DELETE) {
            // A user federation takes its imported users with it in bulk, without an event for each.
            new EmailProofRows(session).removeOrphans(event.getRealmId());
        }
    }

    /** A partial import tells of the users it made as of changes of the realm (26.7). */
    private void imported(String realmId, String userId) {
        if (userId != null) {
            ImportedProof.imported(session, realmId, userId);
        }
    }

    private void addressMayHaveChanged(String realmId, String userId) {
        RealmModel realm = userId == null ? null : session.realms().getRealm(realmId);
        UserModel user = realm == null ? null : session.users().getUserById(realm, userId);
        if (user != null) {
            new EmailProofs(session).voidIfMoved(user);
        }
    }

    private void adopt(String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm != null && EmailVerificationRealm.asked(realm)) {
            Adoption.ensure(session.getKeycloakSessionFactory(), realm);
        }
    }

    private static String userId(String path) {
        if (path == null || !path.startsWith(USERS)) {
            return null;
        }
        String id = path.substring(USERS.length());
        int slash = id.indexOf('/');
        return slash < 0 ? id : id.substring(0, slash);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
