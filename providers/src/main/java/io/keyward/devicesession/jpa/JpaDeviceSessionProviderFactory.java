package io.keyward.devicesession.jpa;

import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.DeviceSessionProviderFactory;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Keeps devices, their sessions and refresh chains in Keycloak's own database. */
public final class JpaDeviceSessionProviderFactory implements DeviceSessionProviderFactory {

    @Override
    public DeviceSessionProvider create(KeycloakSession session) {
        return new JpaDeviceSessionProvider(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    @Override
    public void init(Config.Scope scope) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new RemovalListener(this::create));
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "jpa";
    }
}
