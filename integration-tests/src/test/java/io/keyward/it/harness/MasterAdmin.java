package io.keyward.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.stack.AdminAccount;
import java.time.Instant;
import java.util.Map;

/** The admin REST API as the administrator of the whole server, by path below {@code /admin/realms}. */
public final class MasterAdmin {

    private final String base;
    private final AdminAccount account;

    private String token;
    private Instant tokenEnds = Instant.MIN;

    MasterAdmin(String base, AdminAccount account) {
        this.base = base;
        this.account = account;
    }

    /** The answer, whatever it says. */
    public Answer send(String method, String path, JsonNode body) {
        return Http.send(method, base + "/admin/realms" + path, token(), body);
    }

    public JsonNode get(String path) {
        return send("GET", path, null).ok().json();
    }

    /** An access token of the administrator. */
    public synchronized String token() {
        if (Instant.now().isAfter(tokenEnds)) {
            JsonNode answer = Http.post(
                            base + "/realms/master/protocol/openid-connect/token",
                            Map.of(
                                    "grant_type",
                                    "password",
                                    "client_id",
                                    "admin-cli",
                                    "username",
                                    account.username(),
                                    "password",
                                    account.password()))
                    .ok()
                    .json();
            token = answer.get("access_token").asText();
            tokenEnds = Instant.now().plusSeconds(answer.get("expires_in").asLong() / 2);
        }
        return token;
    }
}
