package io.keyward.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What the token endpoint said. */
public record TokenAnswer(int status, JsonNode json) {

    private static final List<String> TOKENS =
            List.of("access_token", "refresh_token", "id_token", "code", "device_code", "auth_req_id");

    static TokenAnswer of(Answer answer) {
        return new TokenAnswer(answer.status(), answer.body().isBlank() ? Json.object() : answer.json());
    }

    public String accessToken() {
        return required("access_token");
    }

    public String refreshToken() {
        return required("refresh_token");
    }

    public String idToken() {
        return required("id_token");
    }

    /** Whether the answer carries no token of any kind. */
    public boolean holdsNoToken() {
        return TOKENS.stream().noneMatch(json::has);
    }

    public String error() {
        return json.path("error").asText(null);
    }

    public String errorDescription() {
        return json.path("error_description").asText(null);
    }

    /** The claims of the access token. */
    public JsonNode claims() {
        return claims(accessToken());
    }

    public List<String> realmRoles() {
        List<String> roles = new ArrayList<>();
        claims().path("realm_access").path("roles").forEach(role -> roles.add(role.asText()));
        return roles;
    }

    public static JsonNode claims(String jwt) {
        return Json.read(new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private String required(String name) {
        if (!json.hasNonNull(name)) {
            throw new AssertionError("No " + name + " in the answer " + status + ": " + json);
        }
        return json.get(name).asText();
    }
}
