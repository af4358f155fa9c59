package io.keyward.sessionapi;

import io.keyward.endpoint.RealmEndpoint;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.headers.SecurityHeadersProvider;
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
        if (!readable(session)) {
            // Keycloak's filter for these headers would fail at it, with a 500 (26.7).
            session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
            response.setHeader("X-Content-Type-Options", "nosniff");
        }
        boolean asking =
                HttpMethod.OPTIONS.equals(session.getContext().getHttpRequest().getHttpMethod());
        return asking ? new PreflightResource(session) : new AuthResource(session, null);
    }

    /** Whether the request's content type is one at all, if it has any. */
    private static boolean readable(KeycloakSession session) {
        String type = session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.CONTENT_TYPE);
        try {
            return type == null || MediaType.valueOf(type) != null;
        } catch (IllegalArgumentException | WebApplicationException unreadable) {
            return false;
        }
    }
}
