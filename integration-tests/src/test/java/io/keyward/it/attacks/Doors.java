package io.keyward.it.attacks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.SessionApi;
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
        return SessionApi.client(CLIENT, Map.of());
    }

    /** The status at each door. */
    Map<String, Integer> answers(String token) {
        Map<String, Integer> answers = new LinkedHashMap<>();
        String api = realm.url() + SessionApi.path(CLIENT);
        answers.put("userinfo", bearer(realm.app().endpoint("userinfo"), token));
        answers.put("me", bearer(api + "me", token));
        answers.put("me by cookie", cookie(api + "me", token));
        answers.put("check", bearer(api + "check", token));
        answers.put("check by cookie", cookie(api + "check", token));
        answers.put("devices", bearer(realm.url() + "/keyward/devices", token));
        answers.put("devices by cookie", cookie(api + "devices", token));
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
