package io.keyward.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.stack.AdminAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/** Settings of the realm, by the admin REST API. For preparations; nothing here is measured. */
final class RealmAdmin {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final AdminAccount account;
    private final String realm;

    RealmAdmin(URI base, AdminAccount account, String realm) {
        this.base = base;
        this.account = account;
        this.realm = realm;
    }

    /** The realm's value of a setting, as text. */
    String setting(String name) {
        return read(send(request("").GET())).path(name).asText();
    }

    void set(String name, String value) {
        send(request("")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(write(Map.of(name, value)))));
    }

    /** Changes the realm's definition as a whole. */
    void change(Consumer<ObjectNode> change) {
        ObjectNode realm = (ObjectNode) read(send(request("").GET()));
        change.accept(realm);
        send(request("").header("Content-Type", "application/json").PUT(BodyPublishers.ofString(write(realm))));
    }

    /** Makes something below the realm. */
    void create(String path, Consumer<ObjectNode> content) {
        ObjectNode made = JSON.createObjectNode();
        content.accept(made);
        send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(write(made))));
    }

    String userId(String username) {
        return read(send(request("/users?exact=true&username=" + URLEncoder.encode(username, StandardCharsets.UTF_8))
                        .GET()))
                .path(0)
                .path("id")
                .asText();
    }

    /** An access token of the administrator, for a minute. */
    String token() {
        return new TokenRequests(URI.create(base + "/realms/master/protocol/openid-connect/token"))
                .accessToken(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        account.username(),
                        "password",
                        account.password()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + "/admin/realms/" + realm + path))
                .header("Authorization", "Bearer " + token());
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
