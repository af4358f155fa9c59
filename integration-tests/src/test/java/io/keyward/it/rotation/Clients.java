package io.keyward.it.rotation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.OAuthClient;
import io.keyward.it.harness.TestRealm;

/** The clients of these tests beside those of every test realm. */
final class Clients {

    private static final String API = "test-api";
    private static final String SECRET = "api-secret";

    private Clients() {}

    /** An API that may ask about tokens that were not made for it. */
    static ObjectNode api() {
        ObjectNode client = Json.object()
                .put("clientId", API)
                .put("secret", SECRET)
                .put("publicClient", false)
                .put("standardFlowEnabled", false);
        client.putObject("attributes").put("allow.token.introspection.without.audience.check", "true");
        return client;
    }

    /** Whether the API is told that the access token is good. */
    static boolean active(OAuthClient api, String accessToken) {
        return api.introspect(accessToken).ok().json().get("active").asBoolean();
    }

    static boolean active(TestRealm realm, String accessToken) {
        return active(realm.client(API, SECRET), accessToken);
    }

    static String apiId() {
        return API;
    }

    static String apiSecret() {
        return SECRET;
    }
}
