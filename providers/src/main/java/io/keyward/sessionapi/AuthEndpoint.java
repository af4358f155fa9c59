package io.keyward.sessionapi;

import io.keyward.endpoint.RealmEndpoint;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import org.keycloak.http.HttpResponse;
import org.keycloak.models.KeycloakSession;

/** Puts {@link AuthResource} under {@code /realms/{realm}/keyward/auth}; closed to all clients that have not asked for it. */
public final class AuthEndpoint implements RealmEndpoint {

    static final String PATH = "auth";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Object resource(KeycloakSession session) {
        HttpResponse response = session.getContext().getHttpResponse();
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.VARY, "Origin, Cookie, Authorization, Accept-Language");
        boolean asking =
                HttpMethod.OPTIONS.equals(session.getContext().getHttpRequest().getHttpMethod());
        return asking ? new PreflightResource(session) : new AuthResource(session, null);
    }
}
