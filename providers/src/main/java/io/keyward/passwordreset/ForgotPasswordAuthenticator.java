package io.keyward.passwordreset;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.events.Errors;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;

/**
 * Asks for a username or an address and says that a mail is on its way if there is somebody to send it to. Looks at no account:
 * there is nothing that text, headers or time could tell. The flow ends here; the link in the mail is no part of it.
 */
final class ForgotPasswordAuthenticator implements Authenticator {

    private static final String FIELD = "username";
    private static final String ACTION = "keyward-action";
    private static final String AGAIN = "again";
    private static final String SHOWN = "keyward.reset.shown";

    /** A reload of the answer shows it again; whoever comes by "Forgot password?" gets the form. */
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        String shown = context.getAuthenticationSession().getAuthNote(SHOWN);
        boolean reloaded = context.getUriInfo().getQueryParameters().getFirst(Constants.EXECUTION) != null;
        context.challenge(shown != null && reloaded ? answer(context, shown) : form(context));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> fields = context.getHttpRequest().getDecodedFormParameters();
        String typed = fields.getFirst(FIELD);
        if (AGAIN.equals(fields.getFirst(ACTION))) {
            context.challenge(form(context));
        } else if (TypedName.missing(typed)) {
            context.getEvent().error(Errors.USERNAME_MISSING);
            context.failureChallenge(AuthenticationFlowError.INVALID_USER, missing(context));
        } else {
            new PasswordResets(context.getSession()).forgot(typed);
            String shown = TypedName.shown(typed);
            context.getAuthenticationSession().setAuthNote(SHOWN, shown);
            context.challenge(answer(context, shown));
        }
    }

    private static Response form(AuthenticationFlowContext context) {
        context.getAuthenticationSession().removeAuthNote(SHOWN);
        return context.form().createPasswordReset();
    }

    private static Response missing(AuthenticationFlowContext context) {
        return context.form()
                .addError(new FormMessage(Validation.FIELD_USERNAME, Messages.MISSING_USERNAME))
                .createPasswordReset();
    }

    private static Response answer(AuthenticationFlowContext context, String shown) {
        return context.form().setAttribute("sent", Map.of("to", shown)).createForm("keyward-reset-sent.ftl");
    }

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
        // There is nothing to set up.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
