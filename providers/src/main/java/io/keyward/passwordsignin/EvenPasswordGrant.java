package io.keyward.passwordsignin;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.directgrant.ValidatePassword;

/** Offers Keycloak's check of the password grant, which hashes here for accounts without a password too, to direct grant flows. */
public final class EvenPasswordGrant extends ValidatePassword {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Evenness.hash(context, context.getUser(), retrievePassword(context));
        super.authenticate(context);
        if (context.getStatus() != FlowStatus.SUCCESS) {
            Evenness.look(context);
        }
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
