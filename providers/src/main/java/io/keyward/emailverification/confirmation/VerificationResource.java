package io.keyward.emailverification.confirmation;

import io.keyward.onetimetoken.RawToken;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Map;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.util.LocaleUtil;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.urls.UrlType;

/** {@code /realms/{realm}/keyward}: the pages behind mailed links, and what the waiting tab asks for. */
public final class VerificationResource {

    private static final String ROOT = "keyward";
    private static final String VERIFY = "verify";
    private static final String STATUS = "verification";

    private final KeycloakSession session;

    VerificationResource(KeycloakSession session) {
        this.session = session;
    }

    /** The page behind a mailed link. Whatever stands in the path, the answer is a page. */
    @Path(VERIFY + "/{token}")
    public LinkResource link(@PathParam("token") String token) {
        LocaleUtil.processLocaleParam(session, session.getContext().getRealm(), null);
        return new LinkResource(session, token);
    }

    /**
     * How far the proof is that a tab waits for: {@code {"state": "waiting|proved|elsewhere|gone"}}. Known only to the browser
     * whose authentication session it is.
     */
    @GET
    @Path(STATUS)
    @Produces(MediaType.APPLICATION_JSON)
    public Response status(
            @QueryParam(Constants.CLIENT_ID) String clientId, @QueryParam(Constants.TAB_ID) String tabId) {
        RealmModel realm = session.getContext().getRealm();
        AuthenticationSessionModel waiting = waiting(realm, clientId, tabId);
        String state = waiting == null
                ? "gone"
                : ProofState.of(session, realm, new ProofSession(waiting), waiting.getAuthenticatedUser())
                        .word();
        return Response.ok(Map.of("state", state))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private AuthenticationSessionModel waiting(RealmModel realm, String clientId, String tabId) {
        ClientModel client = clientId == null ? null : realm.getClientByClientId(clientId);
        return client == null || tabId == null
                ? null
                : new AuthenticationSessionManager(session).getCurrentAuthenticationSession(realm, client, tabId);
    }

    /** With the public address of the server, never with what a Host header says, as far as one is configured. */
    static URI linkUri(KeycloakSession session, RealmModel realm, RawToken token) {
        return link(session.getContext().getUri(UrlType.FRONTEND).getBaseUri(), realm, token.value());
    }

    /** The same page, by the address that the browser uses now. */
    static URI linkPath(KeycloakSession session, RealmModel realm, String token) {
        return link(session.getContext().getUri().getBaseUri(), realm, token);
    }

    private static URI link(URI base, RealmModel realm, String token) {
        return root(base, realm).path(VERIFY).path(token).build();
    }

    static URI statusUri(KeycloakSession session, AuthenticationSessionModel waiting) {
        return root(session.getContext().getUri().getBaseUri(), waiting.getRealm())
                .path(STATUS)
                .queryParam(Constants.CLIENT_ID, waiting.getClient().getClientId())
                .queryParam(Constants.TAB_ID, waiting.getTabId())
                .build();
    }

    private static UriBuilder root(URI base, RealmModel realm) {
        return UriBuilder.fromUri(Urls.realmBase(base).path("{realm}").build(realm.getName()))
                .path(ROOT);
    }
}
