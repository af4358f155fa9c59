package io.keyward.it.harness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A client of the session API for tests that are about something else. */
public final class SessionApi {

    /** Where its pages are. */
    public static final String ORIGIN = "https://app.example.org";

    /** The provider id of the mapper that switches the API on. */
    public static final String MAPPER = "keyward-session-api";

    private SessionApi() {}

    /** A public client that may sign in by password, with settings of the API beside limits that tests do not reach. */
    public static ObjectNode client(String clientId, Map<String, String> settings) {
        ObjectNode client = Json.object()
                .put("clientId", clientId)
                .put("publicClient", true)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", true)
                .put("baseUrl", "http://localhost/app");
        client.putArray("webOrigins").add(ORIGIN);
        ObjectNode mapper = client.putArray("protocolMappers")
                .addObject()
                .put("name", "session API")
                .put("protocol", "openid-connect")
                .put("protocolMapper", MAPPER);
        ObjectNode config =
                mapper.putObject("config").put("address-limit", "1000000").put("account-limit", "1000000");
        settings.forEach(config::put);
        return client;
    }

    /** Below the realm's address, with a slash at the end. The realm that ships has a client of its own there, so this one is named. */
    public static String path(String clientId) {
        return "/keyward/auth/clients/" + clientId + "/";
    }
}
