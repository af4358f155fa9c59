package io.keyward.passwordreset;

import io.keyward.endpoint.RealmEndpoint;
import io.keyward.endpoint.RealmRoot;
import java.net.URI;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Puts {@link ResetResource} under {@code /realms/{realm}/keyward/reset-password}. */
public final class ResetEndpoint implements RealmEndpoint {

    private static final String PATH = "reset-password";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Object resource(KeycloakSession session) {
        return new ResetResource(session);
    }

    /** The page behind a link. @param base the address of the server: the public one for a mail, that of the browser for a page */
    static URI link(URI base, RealmModel realm, String token) {
        return RealmRoot.uri(base, realm).path(PATH).path(token).build();
    }
}
