package io.keyward.emailverification.confirmation;

import io.keyward.emailverification.guard.EmailNotVerified;
import io.keyward.emailverification.proof.EmailProofs;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.events.Details;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/** The same step for the password grant, where nobody can wait: an OAuth error. */
final class DirectGrantAuthenticator implements Authenticator {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (new EmailProofs(context.getSession()).proved(context.getRealm(), context.getUser())) {
            context.success();
            return;
        }
        context.getEvent()
                .user(context.getUser())
                .detail(Details.REASON, EmailNotVerified.DESCRIPTION)
                .error(EmailNotVerified.EVENT_ERROR);
        // Not a failure: the password was right, and brute-force protection must not count it.
        context.forceChallenge(Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new OAuth2ErrorRepresentation(EmailNotVerified.OAUTH_ERROR, EmailNotVerified.DESCRIPTION))
                .build());
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        authenticate(context);
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // Nothing can be done within this grant.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
