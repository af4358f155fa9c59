package io.keyward.emailverification.confirmation;

import io.keyward.endpoint.RealmEndpoint;
import io.keyward.endpoint.RealmRoot;
import java.net.URI;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Puts {@link WaitingResource} under {@code /realms/{realm}/keyward/verification}. */
public final class WaitingEndpoint implements RealmEndpoint {

    private static final String PATH = "verification";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Object resource(KeycloakSession session) {
        return new WaitingResource(session);
    }

    static URI uri(KeycloakSession session, AuthenticationSessionModel waiting) {
        return RealmRoot.uri(session.getContext().getUri().getBaseUri(), waiting.getRealm())
                .path(PATH)
                .queryParam(Constants.CLIENT_ID, waiting.getClient().getClientId())
                .queryParam(Constants.TAB_ID, waiting.getTabId())
                .build();
    }
}
