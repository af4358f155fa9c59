package io.keyward.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Keycloak's admin API of one realm. Safe for several threads. */
final class AdminApi {

    /** The server, or what stands before it, is busy or being restarted. */
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private static final int TRIES = 4;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
    private final ObjectMapper mapper;
    private final AdminLogin login;
    private final String server;
    private final String realm;

    AdminApi(SendOptions options, String realm, ObjectMapper mapper) throws IOException {
        this.mapper = mapper;
        this.login = new AdminLogin(http, mapper, options);
        this.server = options.server();
        this.realm = "/admin/realms/" + encoded(realm);
    }

    /** An answer, whatever it says. */
    record Answer(int status, String body) {}

    Answer partialImport(JsonNode content) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server + realm + "/partialImport"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(mapper.writeValueAsBytes(content))));
    }

    boolean hasRole(String name) throws IOException, InterruptedException {
        return get(realm + "/roles/" + encoded(name)).status() == 200;
    }

    boolean hasUser(String email) throws IOException, InterruptedException {
        Answer answer = get(realm + "/users?exact=true&briefRepresentation=true&email=" + encoded(email));
        return answer.status() == 200 && !mapper.readTree(answer.body()).isEmpty();
    }

    Answer readRealm() throws IOException, InterruptedException {
        return get(realm);
    }

    /** Whether the server knows bcrypt; true when the administrator may not see it. */
    boolean knowsBcrypt() throws IOException, InterruptedException {
        Answer answer = get("/admin/serverinfo");
        return answer.status() != 200
                || mapper.readTree(answer.body())
                        .path("providers")
                        .path("password-hashing")
                        .path("providers")
                        .has("bcrypt");
    }

    private Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server + path)).GET());
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        for (int tried = 1; ; tried++) {
            try {
                HttpResponse<String> answer = http.send(
                        request.timeout(Duration.ofMinutes(6))
                                .setHeader("Authorization", "Bearer " + login.token())
                                .setHeader("Accept", "application/json")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (tried == TRIES || !PASSING.contains(answer.statusCode())) {
                    return new Answer(answer.statusCode(), answer.body());
                }
            } catch (IOException unreachable) {
                if (tried == TRIES) {
                    throw new ImportException("Keycloak cannot be reached: "
                            + unreachable.getClass().getSimpleName() + ". Call send again to go on.");
                }
            }
            TimeUnit.SECONDS.sleep(1L << tried);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
