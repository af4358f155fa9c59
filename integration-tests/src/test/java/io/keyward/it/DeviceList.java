package io.keyward.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.TestRealm;
import java.util.List;
import java.util.stream.StreamSupport;

/** The devices of one person, as an administrator sees them. */
final class DeviceList {

    private final TestRealm realm;
    private final String userId;

    DeviceList(TestRealm realm, String userId) {
        this.realm = realm;
        this.userId = userId;
    }

    /** All that are kept, last seen first. */
    List<JsonNode> all() {
        JsonNode answer = realm.admin().get("/keyward/users/" + userId + "/devices");
        return StreamSupport.stream(answer.get("devices").spliterator(), false).toList();
    }

    /** The ids of those that a session lives on. */
    List<String> signedIn() {
        return all().stream()
                .filter(device -> device.get("signedIn").asBoolean())
                .map(device -> device.get("id").asText())
                .toList();
    }

    /** The only one. */
    JsonNode one() {
        List<JsonNode> all = all();
        if (all.size() != 1) {
            throw new AssertionError("Not one device but " + all);
        }
        return all.get(0);
    }
}
