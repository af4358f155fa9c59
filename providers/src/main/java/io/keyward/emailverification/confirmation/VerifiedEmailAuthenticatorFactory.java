package io.keyward.emailverification.confirmation;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Offers {@link VerifiedEmailAuthenticator} to browser, registration and post-login flows. */
public final class VerifiedEmailAuthenticatorFactory extends ProofStepFactory {

    @Override
    public Authenticator create(KeycloakSession session) {
        return new VerifiedEmailAuthenticator();
    }

    @Override
    public String getId() {
        return "keyward-verified-email";
    }

    @Override
    public String getDisplayType() {
        return "Keyward: verified email";
    }

    @Override
    public String getHelpText() {
        return "Lets only users through who have proved their current email address. Others get a mail with a link and a"
                + " code and wait on a page until they have. Put it right after the step that checks the password, and"
                + " after the registration form. Lifespans and limits are set at the required action"
                + " 'Keyward: verify email'.";
    }
}
