package io.keyward.it.sessionapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Json;

/** Clients that have asked for the session API. */
final class Apps {

    /** Where their pages are. */
    static final String ORIGIN = "https://app.example.org";

    static final String SPA = "test-spa";

    private Apps() {}

    /** A page that may sign in by password as well, with limits that tests do not reach. */
    static ObjectNode spa() {
        return client(SPA);
    }

    /** A native application: it keeps its refresh token itself. */
    static ObjectNode nativeApp(String clientId) {
        ObjectNode client = client(clientId);
        client.withObject("/attributes").put("keyward.session-api.refresh-token", "body");
        return client;
    }

    static ObjectNode client(String clientId) {
        ObjectNode client = Json.object()
                .put("clientId", clientId)
                .put("publicClient", true)
                .put("standardFlowEnabled", true)
                .put("directAccessGrantsEnabled", true)
                .put("baseUrl", "http://localhost/app");
        client.putArray("redirectUris").add("http://localhost/*").add("http://127.0.0.1/*");
        client.putArray("webOrigins").add(ORIGIN).add("*");
        client.putObject("attributes")
                .put("pkce.code.challenge.method", "S256")
                .put("keyward.session-api.enabled", "true")
                .put("keyward.session-api.address-limit", "1000000")
                .put("keyward.session-api.account-limit", "1000000");
        return client;
    }
}
