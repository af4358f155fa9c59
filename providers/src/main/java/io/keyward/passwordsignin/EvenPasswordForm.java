package io.keyward.passwordsignin;

import jakarta.ws.rs.core.MultivaluedMap;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
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
        if (AuthenticatorUtils.getDisabledByBruteForceEventError(context, user) != null) {
            AuthenticatorUtils.dummyHash(context);
        } else {
            Evenness.hash(context, user, inputData.getFirst(CredentialRepresentation.PASSWORD));
        }
        boolean valid = super.validatePassword(context, user, inputData, clearUser);
        if (!valid) {
            Evenness.look(context);
        }
        return valid;
    }
}
