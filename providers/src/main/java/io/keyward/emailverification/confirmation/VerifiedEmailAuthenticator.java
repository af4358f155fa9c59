package io.keyward.emailverification.confirmation;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The step of a browser flow that lets only proved addresses through; everybody else waits here for the mail. */
final class VerifiedEmailAuthenticator implements Authenticator {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        new WaitingRoom(new FlowStage(context)).enter();
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        new WaitingRoom(new FlowStage(context)).act();
    }

    /** A registration may wait here without an account, see {@link RegistrationDraft}. */
    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // The step itself is where the proof is made.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
