package io.keyward.devicesession.rotation;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProviderFactory;

/** Leaves out writes of client sessions that nothing needs. */
public final class SparingRefreshTokenProviderFactory implements RefreshTokenProviderFactory {

    @Override
    public RefreshTokenProvider create(KeycloakSession session) {
        return new SparingRefreshTokenProvider(session);
    }

    @Override
    public String getId() {
        return "keyward-sparing";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void init(Config.Scope config) {
        // Nothing to configure.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to prepare.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
