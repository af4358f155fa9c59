package io.keyward.it.harness;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A tiny application: the place where Keycloak sends the browser back to. It only notes what came. */
public final class AppServer implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Map<String, String>> arrived = new ConcurrentHashMap<>();

    AppServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/callback", this::callback);
        server.createContext("/signed-out", exchange -> page(exchange, "Signed out"));
        server.createContext("/", exchange -> page(exchange, "Test application"));
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where authorization codes go. */
    public String callbackUrl() {
        return url() + "/callback";
    }

    /** Where the browser goes after signing out. */
    public String signedOutUrl() {
        return url() + "/signed-out";
    }

    /** Waits for the redirect that answers the request, and gives its parameters: {@code code}, or {@code error}. */
    public Map<String, String> redirect(OAuthClient.Authorization authorization) {
        return await("redirect to the application")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> arrived.get(authorization.state()), parameters -> parameters != null);
    }

    /** Whether a redirect that answers the request has come so far. */
    public boolean hasRedirect(OAuthClient.Authorization authorization) {
        return arrived.containsKey(authorization.state());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void callback(HttpExchange exchange) throws IOException {
        Map<String, String> parameters = parameters(exchange.getRequestURI().getRawQuery());
        arrived.put(parameters.getOrDefault("state", ""), parameters);
        page(exchange, parameters.containsKey("error") ? "Not signed in" : "Signed in");
    }

    private static void page(HttpExchange exchange, String title) throws IOException {
        byte[] body = ("<!doctype html><html lang=en><title>" + title + "</title><h1>" + title + "</h1>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query == null) {
            return parameters;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
