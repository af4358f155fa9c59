package io.keyward.devicesession.ending;

import org.keycloak.credential.PasswordCredentialProvider;
import org.keycloak.credential.PasswordCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/**
 * Takes the place of Keycloak's provider {@code keycloak-password}, with its settings and metrics. Does what that one does in
 * realms that have not asked for devices.
 */
public final class PasswordWatchFactory extends PasswordCredentialProviderFactory {

    @Override
    public PasswordCredentialProvider create(KeycloakSession session) {
        return new PasswordWatch(session, super.create(session));
    }

    /** Of two factories with one id, Keycloak takes the one of the higher order. */
    @Override
    public int order() {
        return 1;
    }
}
