package io.keyward.realmroles;

import io.keyward.listener.GlobalListenerFactory;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;

/**
 * Gives realms that ask for Keyward the roles {@code user} and {@code admin}, when they are made and when they ask later.
 * Other realms, master among them, are left alone.
 */
public final class RealmRolesListenerFactory extends GlobalListenerFactory {

    /** Stands in Keycloak's provider list; realms need not name it. */
    public static final String ID = "keyward-realm-roles";

    public RealmRolesListenerFactory() {
        super(ID, RealmRolesListener::new);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof RealmPostCreateEvent made) {
                new RealmRoles(made.getCreatedRealm()).ensure();
            }
        });
    }
}
