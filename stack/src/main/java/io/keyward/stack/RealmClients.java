package io.keyward.stack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gives a realm of a running stack the clients of the examples, by Keycloak's admin API. */
public final class RealmClients {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern CLIENT_ID = Pattern.compile("\"clientId\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\\[\\{\"id\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SignInStack stack;
    private final String realm;

    public RealmClients(SignInStack stack, String realm) {
        this.stack = stack;
        this.realm = realm;
    }

    /**
     * Makes the client, in place of one of the same name.
     *
     * @param representation as the admin console exports it
     */
    public void put(String representation) {
        String token = token();
        String clientId = found(CLIENT_ID, representation);
        existing(clientId, token).ifPresent(id -> admin("DELETE", "/clients/" + id, token, null));
        admin("POST", "/clients", token, representation);
    }

    private Optional<String> existing(String clientId, String token) {
        Matcher id = ID.matcher(admin("GET", "/clients?clientId=" + encoded(clientId), token, null));
        return id.find() ? Optional.of(id.group(1)) : Optional.empty();
    }

    private String token() {
        String form = Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        stack.admin().username(),
                        "password",
                        stack.admin().password())
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return found(
                TOKEN,
                body(HttpRequest.newBuilder(at("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))));
    }

    private String admin(String method, String path, String token, String json) {
        return body(HttpRequest.newBuilder(at("/admin/realms/" + encoded(realm) + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    private String body(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new StackException(
                        "Keycloak refused a client of the examples (" + answer.statusCode() + "): " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new StackException("Keycloak cannot be reached: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the examples were set up.", e);
        }
    }

    private URI at(String path) {
        return URI.create(stack.baseUrl() + path);
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new StackException("Keycloak said something unexpected, or a client of the examples has no name.");
        }
        return matcher.group(1);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
