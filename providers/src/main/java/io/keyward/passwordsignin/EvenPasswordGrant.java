package io.keyward.passwordsignin;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.directgrant.ValidatePassword;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Offers Keycloak's check of the password grant, which hashes here for accounts without a password too, to direct grant flows. */
public final class EvenPasswordGrant extends ValidatePassword {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (retrievePassword(context) == null
                || !context.getUser().credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)) {
            AuthenticatorUtils.dummyHash(context);
        }
        super.authenticate(context);
    }

    @Override
    public String getId() {
        return "keyward-direct-grant-password";
    }

    @Override
    public String getDisplayType() {
        return "Keyward: password (direct grant)";
    }

    @Override
    public String getHelpText() {
        return "Like 'Password', but a refusal takes as long for an account that has no password as for any other, and for a"
                + " name that nobody has.";
    }
}
