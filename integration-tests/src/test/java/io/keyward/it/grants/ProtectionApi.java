package io.keyward.it.grants;

import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import java.net.http.HttpRequest.BodyPublishers;

/** What a UMA resource server asks of Keycloak. */
final class ProtectionApi {

    private ProtectionApi() {}

    /** A permission ticket for the resource of this name. */
    static Answer ticket(GrantClient client, String bearer, String resource) {
        String resources = client.realmUrl() + "/authz/protection/resource_set?name=" + Http.encode(resource);
        String id = Http.send(Http.request(resources)
                        .header("Authorization", "Bearer " + bearer)
                        .GET())
                .ok()
                .json()
                .get(0)
                .asText();
        String wanted = "[" + Json.object().put("resource_id", id) + "]";
        return Http.send(Http.request(client.realmUrl() + "/authz/protection/permission")
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(wanted)));
    }
}
