package io.keyward.it.sessionapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.SessionApi;
import io.keyward.it.harness.TestRealm;
import java.util.Iterator;
import java.util.Map;

/** Clients that have asked for the session API. */
final class Apps {

    /** Where their pages are. */
    static final String ORIGIN = "https://app.example.org";

    static final String SPA = "test-spa";

    /** The provider id of the mapper that switches the API on. */
    static final String MAPPER = SessionApi.MAPPER;

    private Apps() {}

    /** The realm that ships, without the client of the demo: where there is one client with the API, paths need not name it. */
    static TestRealm realm() {
        return TestRealm.shipped().with(Apps::withoutDemo);
    }

    static void withoutDemo(ObjectNode realm) {
        Iterator<JsonNode> clients = realm.withArray("/clients").iterator();
        while (clients.hasNext()) {
            if (Json.write(clients.next()).contains(MAPPER)) {
                clients.remove();
            }
        }
    }

    /** A page that may sign in by password as well, with limits that tests do not reach. */
    static ObjectNode spa() {
        return client(SPA);
    }

    /** A native application: it keeps its refresh token itself. */
    static ObjectNode nativeApp(String clientId) {
        return set(client(clientId), Map.of("refresh-token", "body"));
    }

    static ObjectNode client(String clientId) {
        ObjectNode client = withoutApi(clientId);
        client.putArray("protocolMappers").add(mapper(Map.of()));
        return set(client, Map.of("address-limit", "1000000", "account-limit", "1000000"));
    }

    /** One that has not asked. */
    static ObjectNode withoutApi(String clientId) {
        ObjectNode client = Json.object()
                .put("clientId", clientId)
                .put("publicClient", true)
                .put("standardFlowEnabled", true)
                .put("directAccessGrantsEnabled", true)
                .put("baseUrl", "http://localhost/app");
        client.putArray("redirectUris").add("http://localhost/*").add("http://127.0.0.1/*");
        client.putArray("webOrigins").add(ORIGIN).add("*");
        client.putObject("attributes").put("pkce.code.challenge.method", "S256");
        return client;
    }

    static ObjectNode mapper(Map<String, String> config) {
        ObjectNode mapper = Json.object()
                .put("name", "session API")
                .put("protocol", "openid-connect")
                .put("protocolMapper", MAPPER);
        ObjectNode values = mapper.putObject("config");
        config.forEach(values::put);
        return mapper;
    }

    static ObjectNode set(ObjectNode client, Map<String, String> values) {
        ObjectNode config = client.withArray("/protocolMappers").get(0).withObject("/config");
        values.forEach(config::put);
        return client;
    }
}
