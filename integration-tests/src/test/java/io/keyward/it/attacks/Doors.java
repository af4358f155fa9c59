package io.keyward.it.attacks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.TestRealm;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every place where Keyward, or Keycloak on its behalf, takes an access token. */
final class Doors {

    /** A client of the session API, which may also ask for devices. */
    static final String CLIENT = "test-doors";

    private final TestRealm realm;

    Doors(TestRealm realm) {
        this.realm = realm;
    }

    static ObjectNode client() {
        ObjectNode client = Json.object()
                .put("clientId", CLIENT)
                .put("publicClient", true)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", true)
                .put("baseUrl", "http://localhost/app");
        client.putArray("webOrigins").add("https://app.example.org");
        client.putObject("attributes")
                .put("keyward.session-api.enabled", "true")
                .put("keyward.session-api.address-limit", "1000000")
                .put("keyward.session-api.account-limit", "1000000");
        return client;
    }

    /** The status at each door. */
    Map<String, Integer> answers(String token) {
        Map<String, Integer> answers = new LinkedHashMap<>();
        answers.put("userinfo", bearer(realm.app().endpoint("userinfo"), token));
        answers.put("me", bearer(realm.url() + "/keyward/auth/me", token));
        answers.put("me by cookie", cookie(realm.url() + "/keyward/auth/me", token));
        answers.put("check", bearer(realm.url() + "/keyward/auth/check", token));
        answers.put("check by cookie", cookie(realm.url() + "/keyward/auth/check", token));
        answers.put("devices", bearer(realm.url() + "/keyward/devices", token));
        answers.put("devices by cookie", cookie(realm.url() + "/keyward/auth/devices", token));
        String admin = realm.keyward().url() + "/admin/realms/" + realm.name() + "/keyward";
        answers.put("administrator's mails", bearer(admin + "/mails", token));
        answers.put("administrator's devices", bearer(admin + "/devices", token));
        return answers;
    }

    private static int bearer(String url, String token) {
        return Http.send(Http.request(url)
                        .header("Accept", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .GET())
                .status();
    }

    private static int cookie(String url, String token) {
        return Http.send(Http.request(url)
                        .header("Accept", "application/json")
                        .header("Cookie", "access_token=" + token)
                        .GET())
                .status();
    }
}
