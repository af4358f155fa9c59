package io.keyward.passwordsignin;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.directgrant.ValidateUsername;

/** Offers Keycloak's look for the account of the password grant, which takes as long here for accounts that it refuses, to direct grant flows. */
public final class EvenUsernameGrant extends ValidateUsername {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        super.authenticate(context);
        boolean account = context.getEvent().getEvent().getUserId() != null;
        if (account && context.getStatus() != FlowStatus.SUCCESS) {
            Evenness.look(context);
        }
    }

    @Override
    public String getId() {
        return "keyward-direct-grant-username";
    }

    @Override
    public String getDisplayType() {
        return "Keyward: username (direct grant)";
    }

    @Override
    public String getHelpText() {
        return "Like 'Username Validation', but a refusal takes as long for an account that is disabled or locked as for a name"
                + " that nobody has.";
    }
}
