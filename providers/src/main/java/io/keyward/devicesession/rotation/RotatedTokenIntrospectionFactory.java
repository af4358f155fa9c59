package io.keyward.devicesession.rotation;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;

/** Takes the place of Keycloak's introspection of refresh tokens. */
public final class RotatedTokenIntrospectionFactory extends RefreshTokenIntrospectionProviderFactory {

    @Override
    public TokenIntrospectionProvider create(KeycloakSession session) {
        return new RotatedTokenIntrospection(session);
    }

    /** Before Keycloak's own of the same id. */
    @Override
    public int order() {
        return 20;
    }
}
