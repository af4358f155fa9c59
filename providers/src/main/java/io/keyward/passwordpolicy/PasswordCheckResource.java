package io.keyward.passwordpolicy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JsonSerialization;

/**
 * {@code /realms/{realm}/keyward/password-check}: what a page asks while a password is being chosen, so that it never praises what
 * the server refuses. Stores and logs nothing, reads no account, and hashes nothing.
 */
public final class PasswordCheckResource {

    private static final int LONGEST_BODY = 8_192;

    private final KeycloakSession session;

    PasswordCheckResource(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Takes {@code {"username": "…", "password": "…"}}, of 8,192 bytes at most, and answers with the ids of the policies that
     * refuse: {@code {"refused": ["length"]}}.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response check(InputStream body) {
        JsonNode asked = read(body);
        return Response.ok(Map.of(
                        "refused",
                        new PasswordCheck(session, session.getContext().getRealm())
                                .refused(text(asked, "username"), text(asked, "password"))))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static JsonNode read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LONGEST_BODY + 1);
            JsonNode read = bytes.length > LONGEST_BODY ? null : JsonSerialization.mapper.readTree(bytes);
            if (read != null && read.isObject()) {
                return read;
            }
        } catch (IOException notJson) {
            // Not repeated: there may be a password in the message.
        }
        throw new BadRequestException();
    }

    private static String text(JsonNode asked, String name) {
        JsonNode value = asked.path(name);
        if (value.isMissingNode() && "username".equals(name)) {
            return "";
        }
        if (!value.isTextual()) {
            throw new BadRequestException();
        }
        return value.asText();
    }
}
