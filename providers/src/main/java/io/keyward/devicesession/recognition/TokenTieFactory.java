package io.keyward.devicesession.recognition;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/** Registers {@link TokenTie} on Keycloak's internal SPI {@code token-interceptor} (26.7), the only hook that every grant passes. */
public final class TokenTieFactory implements TokenPostProcessorFactory {

    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return new TokenTie(session);
    }

    @Override
    public String getId() {
        return "keyward-device-tie";
    }

    /** After the guard of verified addresses, which refuses at 1000: nothing is kept for a token that is refused. */
    @Override
    public int order() {
        return 900;
    }
}
