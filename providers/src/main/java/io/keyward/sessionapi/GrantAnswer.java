package io.keyward.sessionapi;

import jakarta.ws.rs.core.Response;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/**
 * What a grant answered.
 *
 * @param tokens or null when it refused
 * @param description the words of the refusal, or ""
 */
record GrantAnswer(AccessTokenResponse tokens, String description) {

    static GrantAnswer of(Response response) {
        if (response.getEntity() instanceof AccessTokenResponse tokens && tokens.getToken() != null) {
            return new GrantAnswer(tokens, "");
        }
        return response.getEntity() instanceof OAuth2ErrorRepresentation refusal
                ? refused(refusal.getErrorDescription())
                : refused(null);
    }

    static GrantAnswer refused(String description) {
        return new GrantAnswer(null, description == null ? "" : description);
    }

    boolean granted() {
        return tokens != null;
    }
}
