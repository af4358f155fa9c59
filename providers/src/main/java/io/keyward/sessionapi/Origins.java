package io.keyward.sessionapi;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keycloak.http.HttpResponse;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.utils.WebOriginsUtils;

/**
 * Who may ask from a browser: pages of the client's Web Origins. A wildcard among them lets nobody in. Together with JSON as the
 * only content type this is what keeps other sites from using a person's cookies (OWASP ASVS 5.0, 3.5.1 to 3.5.3).
 */
final class Origins {

    private static final String ORIGIN = "Origin";
    private static final String FETCH_SITE = "Sec-Fetch-Site";

    private final Call call;

    Origins(Call call) {
        this.call = call;
    }

    static Set<String> of(KeycloakSession session, ClientModel client) {
        Set<String> origins = new HashSet<>(WebOriginsUtils.resolveValidWebOrigins(session, client));
        origins.remove("*");
        return origins;
    }

    /** For calls that change something: an origin of the client's, or a native application, which has neither origin nor cookies. */
    void requireForChange() {
        boolean crossSite = call.headers(FETCH_SITE).contains("cross-site")
                && !"None".equals(call.settings().sameSite());
        boolean allowed = call.headers(ORIGIN).isEmpty() ? nativeApplication() : !crossSite && letIn();
        if (!allowed) {
            throw Problem.of(ErrorCode.ORIGIN_NOT_ALLOWED, call);
        }
    }

    /** For calls that change nothing. A browser names no origin where the page has the same as the API. */
    void requireForReading() {
        if (!call.headers(ORIGIN).isEmpty() && !letIn()) {
            throw Problem.of(ErrorCode.ORIGIN_NOT_ALLOWED, call);
        }
    }

    /** Whether the request names one origin and the client has it; if so, scripts there may read the answer. */
    boolean letIn() {
        List<String> origins = call.headers(ORIGIN);
        if (origins.size() != 1 || !of(call.session(), call.client()).contains(origins.get(0))) {
            return false;
        }
        HttpResponse response = call.session().getContext().getHttpResponse();
        response.setHeader("Access-Control-Allow-Origin", origins.get(0));
        response.setHeader("Access-Control-Allow-Credentials", "true");
        response.setHeader("Access-Control-Expose-Headers", "Retry-After, WWW-Authenticate");
        return true;
    }

    private boolean nativeApplication() {
        return call.settings().refreshInBody() && call.headers(FETCH_SITE).isEmpty() && !new SentCookies(call).any();
    }
}
