package io.keyward.passwordpolicy;

import io.keyward.endpoint.RealmEndpoint;
import io.keyward.endpoint.RealmRoot;
import java.net.URI;
import org.keycloak.models.KeycloakSession;

/** Puts {@link PasswordCheckResource} under {@code /realms/{realm}/keyward/password-check}. */
public final class PasswordCheckEndpoint implements RealmEndpoint {

    private static final String PATH = "password-check";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Object resource(KeycloakSession session) {
        return new PasswordCheckResource(session);
    }

    /** Where the pages of the realm of this request ask. */
    public static URI uri(KeycloakSession session) {
        return RealmRoot.uri(
                        session.getContext().getUri().getBaseUri(),
                        session.getContext().getRealm())
                .path(PATH)
                .build();
    }
}
