package io.keyward.emailverification.confirmation;

import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

record FlowStage(AuthenticationFlowContext context) implements Stage {

    @Override
    public KeycloakSession session() {
        return context.getSession();
    }

    @Override
    public AuthenticationSessionModel authSession() {
        return context.getAuthenticationSession();
    }

    @Override
    public void user(UserModel created) {
        context.setUser(created);
    }

    /** Without the flow's context, which shows the name of the account, and so that there is one. */
    @Override
    public LoginFormsProvider form() {
        return context.form().setAuthContext(null);
    }

    @Override
    public void show(Response page) {
        context.forceChallenge(page);
    }

    @Override
    public void proceed() {
        context.success();
    }
}
