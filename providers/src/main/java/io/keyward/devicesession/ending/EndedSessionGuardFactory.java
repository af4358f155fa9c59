package io.keyward.devicesession.ending;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/** Registers {@link EndedSessionGuard} on Keycloak's internal SPI {@code token-interceptor} (26.7), the only hook that every grant passes. */
public final class EndedSessionGuardFactory implements TokenPostProcessorFactory {

    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return new EndedSessionGuard(session);
    }

    @Override
    public String getId() {
        return "keyward-ended-session-guard";
    }

    /** With the guard of verified addresses (1000), before anything is kept for a token (900 and less). */
    @Override
    public int order() {
        return 950;
    }
}
