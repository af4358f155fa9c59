package io.keyward.emailverification.guard;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.OIDCRedirectUriBuilder;
import org.keycloak.protocol.oidc.utils.OIDCResponseMode;
import org.keycloak.protocol.oidc.utils.OIDCResponseType;
import org.keycloak.services.ErrorPageException;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * Sends an implicit or hybrid sign-in back to its client with {@code access_denied} (RFC 6749 section 4.2.2.1). For a
 * refused client policy Keycloak 26.7 redirects without the {@code error} parameter, which client libraries cannot read.
 */
final class ImplicitRefusal {

    private ImplicitRefusal() {}

    static boolean applies(AuthenticationSessionModel signingIn) {
        String responseType = signingIn.getClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM);
        return responseType != null && OIDCResponseType.parse(responseType).isImplicitOrHybridFlow();
    }

    static RuntimeException of(KeycloakSession session, AuthenticationSessionModel signingIn) {
        Response redirect = redirect(session, signingIn);
        return answersFromAuthorizationEndpoint(session, signingIn)
                ? new AuthenticationFlowException(AuthenticationFlowError.GENERIC_AUTHENTICATION_ERROR, redirect)
                : new ErrorPageException(redirect);
    }

    /**
     * With a session already there, the authorization endpoint itself runs the flow and catches everything; only a response
     * of a flow exception gets out (26.7, {@code AuthorizationEndpointBase}). Not so for {@code prompt=none}.
     */
    private static boolean answersFromAuthorizationEndpoint(
            KeycloakSession session, AuthenticationSessionModel signingIn) {
        return session.getContext().getUri().getPath().endsWith("/protocol/openid-connect/auth")
                && !TokenUtil.hasPrompt(
                        signingIn.getClientNote(OIDCLoginProtocol.PROMPT_PARAM), OIDCLoginProtocol.PROMPT_VALUE_NONE);
    }

    private static Response redirect(KeycloakSession session, AuthenticationSessionModel signingIn) {
        OIDCResponseType type = OIDCResponseType.parse(signingIn.getClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM));
        OIDCResponseMode mode =
                OIDCResponseMode.parse(signingIn.getClientNote(OIDCLoginProtocol.RESPONSE_MODE_PARAM), type);
        OIDCRedirectUriBuilder redirect =
                OIDCRedirectUriBuilder.fromUri(signingIn.getRedirectUri(), mode, session, null);
        redirect.addParam(OAuth2Constants.ERROR, OAuthErrorException.ACCESS_DENIED);
        redirect.addParam(OAuth2Constants.ERROR_DESCRIPTION, EmailNotVerified.DESCRIPTION);
        String state = signingIn.getClientNote(OIDCLoginProtocol.STATE_PARAM);
        if (state != null) {
            redirect.addParam(OAuth2Constants.STATE, state);
        }
        return withEntity(redirect.build());
    }

    /** JAX-RS hands an exception whose response is empty to the error page instead of sending it. */
    private static Response withEntity(Response response) {
        return response.hasEntity()
                ? response
                : Response.fromResponse(response)
                        .type(MediaType.TEXT_PLAIN_TYPE)
                        .entity(EmailNotVerified.DESCRIPTION)
                        .build();
    }
}
