package io.keyward.emailverification.confirmation;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Offers {@link DirectGrantAuthenticator} to direct grant flows. */
public final class DirectGrantAuthenticatorFactory extends ProofStepFactory {

    @Override
    public Authenticator create(KeycloakSession session) {
        return new DirectGrantAuthenticator();
    }

    @Override
    public String getId() {
        return "keyward-verified-email-direct-grant";
    }

    @Override
    public String getDisplayType() {
        return "Keyward: verified email (direct grant)";
    }

    @Override
    public String getHelpText() {
        return "Refuses the password grant with invalid_grant to users who have not proved their current email address."
                + " Put it after the step that checks the password, so that the answer tells nothing to strangers.";
    }
}
