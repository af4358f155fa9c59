package io.keyward.devicesession.recognition;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** The form that a client posted to the token endpoint, if this is such a request. */
final class TokenRequest {

    private static final String PATH = "/protocol/openid-connect/token";

    private TokenRequest() {}

    static Optional<MultivaluedMap<String, String>> form(KeycloakSession session) {
        return session.getContext().getUri().getPath().endsWith(PATH)
                ? Optional.ofNullable(session.getContext().getHttpRequest().getDecodedFormParameters())
                : Optional.empty();
    }
}
