package io.keyward.realmroles;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;

/**
 * Gives realms that ask for Keyward the roles {@code user} and {@code admin}, when they are made and when they ask later.
 * Other realms, master among them, are left alone.
 */
public final class RealmRolesListenerFactory implements EventListenerProviderFactory {

    /** Stands in Keycloak's provider list; realms need not name it. */
    public static final String ID = "keyward-realm-roles";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new RealmRolesListener(session);
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof RealmPostCreateEvent made) {
                new RealmRoles(made.getCreatedRealm()).ensure();
            }
        });
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void close() {}
}
