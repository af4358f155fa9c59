package io.keyward.it.grants;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** The client as a UMA resource server, with its own service account. */
final class ResourceServer {

    private final GrantClient client;
    private final String accessToken;

    ResourceServer(GrantClient client) {
        this.client = client;
        this.accessToken = client.token(Map.of("grant_type", "client_credentials"))
                .ok()
                .json()
                .get("access_token")
                .asText();
    }

    /** A permission ticket for the resource of this name. */
    String ticket(String resource) {
        JsonNode ids = Http.send(request("/authz/protection/resource_set?name=" + Http.encode(resource))
                        .GET())
                .ok()
                .json();
        String wanted = "[" + Json.object().put("resource_id", ids.get(0).asText()) + "]";
        return Http.send(request("/authz/protection/permission")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(wanted)))
                .ok()
                .json()
                .get("ticket")
                .asText();
    }

    private HttpRequest.Builder request(String path) {
        return Http.request(client.realmUrl() + path).header("Authorization", "Bearer " + accessToken);
    }
}
