package io.keyward.sessionapi;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.http.HttpRequest;
import org.keycloak.http.HttpResponse;
import org.keycloak.models.KeycloakSession;

/**
 * What a request says its body is. Looked at before Keycloak (26.7) takes a look: it parses forms before the method of a
 * resource is called, and answers to what is none with a 500.
 */
final class BodyType {

    /** Those for which Keycloak parses forms. */
    private static final Set<String> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final KeycloakSession session;
    private final HttpRequest request;
    private final List<String> headers;

    BodyType(KeycloakSession session) {
        this.session = session;
        this.request = session.getContext().getHttpRequest();
        List<String> sent = request.getHttpHeaders().getRequestHeader(HttpHeaders.CONTENT_TYPE);
        this.headers = sent == null ? List.of() : sent;
    }

    /** Keeps an answer to a header that cannot be read from failing at Keycloak's filter, which reads it again. */
    void prepareAnswer() {
        if (headers.size() > 1 || headers.stream().anyMatch(header -> parsed(header) == null)) {
            session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
            HttpResponse response = session.getContext().getHttpResponse();
            response.setHeader("X-Content-Type-Options", "nosniff");
        }
    }

    /** 415 unless it is JSON or nothing is said; the origin is looked at before. */
    void requireJson() {
        if (!WITH_BODY.contains(request.getHttpMethod())
                || headers.isEmpty()
                || headers.size() == 1 && json(headers.get(0))) {
            return;
        }
        Call call = Call.of(session);
        new Origins(call).requireForChange();
        throw Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, call);
    }

    private static boolean json(String header) {
        MediaType type = parsed(header);
        if (type == null) {
            return false;
        }
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        return MediaType.APPLICATION_JSON.equals((type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT))
                && (charset == null || "utf-8".equalsIgnoreCase(charset));
    }

    private static MediaType parsed(String header) {
        try {
            return MediaType.valueOf(header);
        } catch (IllegalArgumentException | WebApplicationException unreadable) {
            return null;
        }
    }
}
