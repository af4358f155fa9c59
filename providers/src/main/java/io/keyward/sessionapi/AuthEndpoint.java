package io.keyward.sessionapi;

import io.keyward.endpoint.RealmEndpoint;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import org.keycloak.http.HttpResponse;
import org.keycloak.models.KeycloakSession;

/** Puts {@link AuthResource} under {@code /realms/{realm}/keyward/auth}; closed to all clients that have not asked for it. */
public final class AuthEndpoint implements RealmEndpoint {

    static final String PATH = "auth";

    /** Once per node: the roots load their endpoints when they start. */
    public AuthEndpoint() {
        LimitMeter.prepare();
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Object resource(KeycloakSession session) {
        HttpResponse response = session.getContext().getHttpResponse();
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.VARY, "Origin, Cookie, Authorization, Accept-Language");
        BodyType body = new BodyType(session);
        body.prepareAnswer();
        if (HttpMethod.OPTIONS.equals(session.getContext().getHttpRequest().getHttpMethod())) {
            return new PreflightResource(session);
        }
        body.requireJson();
        return new AuthResource(session, null);
    }
}
