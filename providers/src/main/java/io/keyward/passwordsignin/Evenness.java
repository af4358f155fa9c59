package io.keyward.passwordsignin;

import java.util.UUID;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** What Keycloak does for a name that nobody has, done for an account. */
final class Evenness {

    private Evenness() {}

    /** A hash, where Keycloak will not look at the password: nothing was typed, or the account has none. */
    static void hash(AuthenticationFlowContext context, UserModel user, String password) {
        if (password == null
                || password.isEmpty()
                || !user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)) {
            AuthenticatorUtils.dummyHash(context);
        }
    }

    /** The look at the database that a name costs which nobody has; an account comes out of Keycloak's cache, mostly. */
    static void look(AuthenticationFlowContext context) {
        KeycloakModelUtils.findUserByNameOrEmail(
                context.getSession(), context.getRealm(), UUID.randomUUID() + "@decoy.invalid");
    }
}
