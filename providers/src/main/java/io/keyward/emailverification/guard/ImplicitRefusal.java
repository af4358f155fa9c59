package io.keyward.emailverification.guard;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.OIDCRedirectUriBuilder;
import org.keycloak.protocol.oidc.utils.OIDCResponseMode;
import org.keycloak.protocol.oidc.utils.OIDCResponseType;
import org.keycloak.services.ErrorPageException;
import org.keycloak.sessions.AuthenticationSessionModel;

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

    static ErrorPageException of(KeycloakSession session, AuthenticationSessionModel signingIn) {
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
        return new ErrorPageException(withEntity(redirect.build()));
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
