package io.keyward.devicesession.notice;

import io.keyward.endpoint.RealmEndpoint;
import org.keycloak.models.KeycloakSession;

/** Puts {@link NotMeResource} under {@code /realms/{realm}/keyward/not-me}. */
public final class NotMeEndpoint implements RealmEndpoint {

    static final String PATH = "not-me";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Object resource(KeycloakSession session) {
        return new NotMeResource(session);
    }
}
