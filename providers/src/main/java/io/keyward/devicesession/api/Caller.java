package io.keyward.devicesession.api;

import io.keyward.devicesession.memory.EndedElsewhere;
import jakarta.ws.rs.NotAuthorizedException;
import java.util.Arrays;
import java.util.List;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.util.MtlsHoKTokenUtil;

/**
 * The person behind a request, by an access token that is good for devices.
 *
 * @param session of this request
 * @param realm the realm
 * @param user the person; enabled, and no service account
 * @param userSession the session that the token belongs to
 * @param client the client that the token was issued to
 */
record Caller(
        KeycloakSession session, RealmModel realm, UserModel user, UserSessionModel userSession, ClientModel client) {

    /** The client scope that a token must carry. */
    static final String SCOPE = "keyward-devices";

    /** Finds out who asks, and lets the web origins of the token's client read the answer; 401 or 403 for all others. */
    static Caller of(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        AuthResult found = authenticate(session, realm);
        AccessToken token = found.token();
        if (!boundAsPresented(session, token)) {
            throw Problem.invalidToken(realm);
        }
        Cors.builder()
                .checkAllowedOrigins(token)
                .allowedMethods(DevicesEndpoint.METHODS)
                .exposedHeaders("WWW-Authenticate")
                .auth()
                .add();
        if (!scopes(token).contains(SCOPE)) {
            throw Problem.insufficientScope(realm, SCOPE);
        }
        if (found.user().getServiceAccountClientLink() != null) {
            throw Problem.forbidden("A service account has no devices");
        }
        return new Caller(session, realm, found.user(), found.session(), found.client());
    }

    /** For an event that this person causes. */
    EventBuilder event() {
        return new EventBuilder(realm, session, session.getContext().getConnection())
                .client(client)
                .user(user);
    }

    private static AuthResult authenticate(KeycloakSession session, RealmModel realm) {
        List<String> headers = session.getContext().getRequestHeaders().getRequestHeader("Authorization");
        if (headers == null || headers.isEmpty()) {
            throw Problem.noToken(realm);
        }
        AuthResult found;
        try {
            found = headers.size() == 1 ? new AppAuthManager.BearerTokenAuthenticator(session).authenticate() : null;
        } catch (NotAuthorizedException noBearerToken) {
            found = null;
        }
        if (found == null || EndedElsewhere.ended(session, realm, found.session())) {
            throw Problem.invalidToken(realm);
        }
        return found;
    }

    /** Keycloak looks after DPoP itself, but leaves tokens bound to a certificate (RFC 8705) to the resource. */
    private static boolean boundAsPresented(KeycloakSession session, AccessToken token) {
        return token.getConfirmation() == null
                || token.getConfirmation().getCertThumbprint() == null
                || MtlsHoKTokenUtil.verifyTokenBindingWithClientCertificate(
                        token, session.getContext().getHttpRequest(), session);
    }

    private static List<String> scopes(AccessToken token) {
        return token.getScope() == null
                ? List.of()
                : Arrays.asList(token.getScope().split(" "));
    }
}
