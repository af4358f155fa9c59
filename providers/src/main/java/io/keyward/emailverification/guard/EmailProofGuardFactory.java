package io.keyward.emailverification.guard;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/**
 * Registers the guard on Keycloak's internal SPI {@code token-interceptor} (26.7), the only hook that every grant passes;
 * see ADR 3. Silent in realms that have not enabled the required action.
 */
public final class EmailProofGuardFactory implements TokenPostProcessorFactory {

    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return new EmailProofGuard(session);
    }

    @Override
    public String getId() {
        return "keyward-verified-email-guard";
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        RefusalMeter.prepare();
    }

    /** Before all others: nothing may be prepared for a token that is refused. */
    @Override
    public int order() {
        return 1000;
    }
}
