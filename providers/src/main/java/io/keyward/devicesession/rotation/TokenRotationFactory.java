package io.keyward.devicesession.rotation;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/** Replaces refresh tokens, in realms that have asked for it. */
public final class TokenRotationFactory implements TokenPostProcessorFactory {

    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return new TokenRotation(session);
    }

    @Override
    public String getId() {
        return "keyward-token-rotation";
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        ReuseMeter.prepare();
    }

    /** After all others: whoever would refuse the request must have done so. */
    @Override
    public int order() {
        return -1000;
    }
}
