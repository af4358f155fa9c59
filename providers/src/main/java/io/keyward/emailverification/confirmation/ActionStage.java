package io.keyward.emailverification.confirmation;

import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

record ActionStage(RequiredActionContext context) implements Stage {

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
        throw new IllegalStateException("a required action always has a user");
    }

    @Override
    public LoginFormsProvider form() {
        return context.form();
    }

    @Override
    public void show(Response page) {
        context.challenge(page);
    }

    @Override
    public void proceed() {
        context.success();
    }
}
