package io.keyward.emailverification.guard;

import io.keyward.emailverification.proof.EmailProofs;
import io.keyward.emailverification.proof.EmailVerificationRealm;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The last layer: stands where every token response of every grant is put together, just before it is signed. */
final class EmailProofGuard implements TokenPostProcessor {

    private final KeycloakSession session;

    EmailProofGuard(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext context) {
        RealmModel realm = session.getContext().getRealm();
        if (!EmailVerificationRealm.asked(realm)) {
            return;
        }
        AuthenticatedClientSessionModel clientSession =
                context.clientSessionCtx().getClientSession();
        UserModel user = clientSession.getUserSession().getUser();
        if (user.getServiceAccountClientLink() != null || new EmailProofs(session).proved(realm, user)) {
            return;
        }
        String grant = context.clientSessionCtx().getAttribute(Constants.GRANT_TYPE, String.class);
        EmailNotVerified.refuse(
                session,
                clientSession.getClient(),
                user,
                Map.of("layer", RefusalMeter.TOKEN_GUARD, "grant_type", grant == null ? "" : grant));
        RefusalMeter.count(RefusalMeter.TOKEN_GUARD);
        throw refusal(grant);
    }

    /**
     * The SPI has an exception of its own, but UMA turns that into a 500 and the JWT grant loses its text; both let this
     * one through. Implicit and hybrid responses are built outside the token endpoint and need a redirect.
     */
    private RuntimeException refusal(String grant) {
        AuthenticationSessionModel signingIn = session.getContext().getAuthenticationSession();
        return grant == null && signingIn != null && ImplicitRefusal.applies(signingIn)
                ? ImplicitRefusal.of(session, signingIn)
                : new CorsErrorResponseException(
                        Cors.builder(),
                        EmailNotVerified.OAUTH_ERROR,
                        EmailNotVerified.DESCRIPTION,
                        Response.Status.BAD_REQUEST);
    }
}
