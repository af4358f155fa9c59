package io.keyward.passwordsignin;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.models.KeycloakSession;

/** Offers {@link EvenPasswordForm} to browser flows, in the place of Keycloak's form. */
public final class EvenPasswordFormFactory extends UsernamePasswordFormFactory {

    @Override
    public Authenticator create(KeycloakSession session) {
        return new EvenPasswordForm(session);
    }

    @Override
    public String getId() {
        return "keyward-username-password-form";
    }

    @Override
    public String getDisplayType() {
        return "Keyward: username and password form";
    }

    @Override
    public String getHelpText() {
        return "Like 'Username Password Form', but a refusal takes as long for an account that is locked or has no password"
                + " as for any other, and for a name that nobody has.";
    }
}
