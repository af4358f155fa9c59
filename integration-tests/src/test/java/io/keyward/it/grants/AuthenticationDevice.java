package io.keyward.it.grants;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The phone of CIBA: Keycloak's HTTP authentication channel posts here, and the test says yes when it wants to. */
final class AuthenticationDevice implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> bearers = new ConcurrentHashMap<>();

    AuthenticationDevice(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/", this::asked);
        server.start();
    }

    /** Answers the request that was last made for this person. */
    void approve(GrantClient client, String username) {
        String bearer = bearers.remove(username);
        if (bearer == null) {
            throw new AssertionError("Keycloak asked nothing of " + username + "; asked were " + bearers.keySet());
        }
        Http.send(Http.request(client.endpoint("ext/ciba/auth/callback"))
                        .header("Authorization", bearer)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"status\":\"SUCCEED\"}")))
                .ok();
    }

    private void asked(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        bearers.put(
                Json.read(body).get("login_hint").asText(),
                exchange.getRequestHeaders().getFirst("Authorization"));
        exchange.sendResponseHeaders(201, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
