package io.keyward.it.devices;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.TestRealm;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A person's own devices over HTTP, as an application asks for them: path below {@code /realms/{realm}/keyward/devices}. */
final class DeviceApi {

    /** What the token of an application that shows devices must carry. */
    static final String SCOPE = "openid keyward-devices";

    private final String url;
    private final String token;

    DeviceApi(TestRealm realm, String token) {
        this.url = realm.url() + "/keyward/devices";
        this.token = token;
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path) {
        return send("POST", path, null);
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    Answer send(String method, String path, String json) {
        return Http.send(
                json == null
                        ? request(path).method(method, BodyPublishers.noBody())
                        : request(path)
                                .header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(json)));
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = Http.request(url + path).header("Accept", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    List<JsonNode> list() {
        return elements(get("").ok().json().get("devices"));
    }

    /** The device that this token's session is on. */
    JsonNode current() {
        List<JsonNode> current = list().stream()
                .filter(device -> device.get("current").asBoolean())
                .toList();
        if (current.size() != 1) {
            throw new AssertionError("Expected one current device but found " + current);
        }
        return current.get(0);
    }

    String currentId() {
        return current().get("id").asText();
    }

    JsonNode device(String id) {
        return list().stream()
                .filter(device -> device.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No device " + id));
    }

    static List<JsonNode> elements(JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
    }
}
