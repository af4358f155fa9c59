package io.keyward.persistence;

import io.keyward.compatibility.Compatibility;
import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Adds Keyward's entities and tables to Keycloak's database, with a schema history of their own. */
public final class KeywardJpaEntityProviderFactory implements JpaEntityProviderFactory {

    /** Never to be changed: Keycloak derives the name of the history table, DATABASECHANGELOG_KEYWARD, from it. */
    static final String ID = "keyward";

    /** Keycloak makes one while it builds its image: the first that it hears of Keyward. */
    public KeywardJpaEntityProviderFactory() {
        Compatibility.check();
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new KeywardJpaEntityProvider();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return ID;
    }
}
