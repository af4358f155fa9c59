package io.keyward.emailverification.confirmation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** {@code /realms/{realm}/keyward/verification}: what the waiting tab asks for. */
public final class WaitingResource {

    private final KeycloakSession session;

    WaitingResource(KeycloakSession session) {
        this.session = session;
    }

    /**
     * How far the proof is that a tab waits for: {@code {"state": "waiting|proved|elsewhere|gone"}}. Known only to the browser
     * whose authentication session it is.
     */
    @GET
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
}
