package io.keyward.passwordsignin;

import jakarta.ws.rs.core.MultivaluedMap;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.representations.idm.CredentialRepresentation;

/** Keycloak's form, which hashes for names that nobody has, and here for accounts too whose password it does not look at. */
final class EvenPasswordForm extends UsernamePasswordForm {

    EvenPasswordForm(KeycloakSession session) {
        super(session);
    }

    @Override
    public boolean validatePassword(
            AuthenticationFlowContext context,
            UserModel user,
            MultivaluedMap<String, String> inputData,
            boolean clearUser) {
        if (notLookedAt(context, user, inputData.getFirst(CredentialRepresentation.PASSWORD))) {
            AuthenticatorUtils.dummyHash(context);
        }
        return super.validatePassword(context, user, inputData, clearUser);
    }

    /** Nothing was typed, brute-force protection has locked the account, or it has no password. */
    private static boolean notLookedAt(AuthenticationFlowContext context, UserModel user, String password) {
        return password == null
                || password.isEmpty()
                || AuthenticatorUtils.getDisabledByBruteForceEventError(context, user) != null
                || !user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }
}
