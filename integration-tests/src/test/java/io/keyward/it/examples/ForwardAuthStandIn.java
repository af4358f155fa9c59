package io.keyward.it.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keyward.it.harness.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * Does with a dynamic configuration what Traefik's documentation (3.x) says of the few things that the example uses: routers
 * by {@code PathPrefix}, the longest first, and the middlewares {@code forwardAuth}, {@code errors}, {@code headers} and
 * {@code replacePathRegex}. It is no Traefik: it shows that the configuration means the right thing, not that Traefik takes it.
 */
final class ForwardAuthStandIn implements AutoCloseable {

    /** Of one connection, or made anew by the client. */
    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "content-length", "host", "upgrade", "transfer-encoding", "http2-settings");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final JsonNode configuration;
    private final HttpServer server;

    ForwardAuthStandIn(JsonNode configuration, int port) {
        this.configuration = configuration.get("http");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Passing request = Passing.of(exchange);
            JsonNode router = router(request.path());
            List<JsonNode> middlewares = StreamSupport.stream(
                            router.get("middlewares").spliterator(), false)
                    .map(name -> configuration.at("/middlewares/" + name.asText()))
                    .toList();
            answer(exchange, through(middlewares, request, router.get("service").asText()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of the rules that fit, the longest: Traefik's default priority. */
    private JsonNode router(String path) {
        JsonNode best = null;
        for (JsonNode router : configuration.get("routers")) {
            String rule = router.get("rule").asText();
            String prefix = rule.replaceFirst("^PathPrefix\\(`(.*)`\\)$", "$1");
            if (path.startsWith(prefix)
                    && (best == null
                            || rule.length() > best.get("rule").asText().length())) {
                best = router;
            }
        }
        return best;
    }

    private Said through(List<JsonNode> middlewares, Passing request, String service)
            throws IOException, InterruptedException {
        if (middlewares.isEmpty()) {
            return forward(request, service);
        }
        JsonNode middleware = middlewares.get(0);
        List<JsonNode> rest = middlewares.subList(1, middlewares.size());
        if (middleware.has("headers")) {
            middleware
                    .at("/headers/customRequestHeaders")
                    .fields()
                    .forEachRemaining(header ->
                            request.set(header.getKey(), header.getValue().asText()));
        } else if (middleware.has("replacePathRegex")) {
            JsonNode replace = middleware.get("replacePathRegex");
            request.replacePath(
                    replace.get("regex").asText(), replace.get("replacement").asText());
        } else if (middleware.has("forwardAuth")) {
            Said said = ask(middleware.get("forwardAuth"), request);
            if (said.status() / 100 != 2) {
                return said;
            }
            middleware
                    .at("/forwardAuth/authResponseHeaders")
                    .forEach(header -> request.set(
                            header.asText(),
                            said.headers().firstValue(header.asText()).orElse("")));
        } else if (middleware.has("errors")) {
            Said came = through(rest, request, service);
            JsonNode errors = middleware.get("errors");
            boolean meant = StreamSupport.stream(errors.get("status").spliterator(), false)
                    .anyMatch(status -> status.asInt() == came.status());
            return meant ? errorPage(errors, request, came) : came;
        }
        return through(rest, request, service);
    }

    /** A GET with the headers that are allowed, and what the request was in X-Forwarded-*. */
    private Said ask(JsonNode forwardAuth, Passing request) throws IOException, InterruptedException {
        HttpRequest.Builder question = Http.request(forwardAuth.get("address").asText())
                .setHeader("X-Forwarded-Method", request.method())
                .setHeader("X-Forwarded-Proto", "http")
                .setHeader("X-Forwarded-Host", request.host())
                .setHeader("X-Forwarded-Uri", request.target())
                .setHeader("X-Forwarded-For", "127.0.0.1");
        forwardAuth
                .get("authRequestHeaders")
                .forEach(name ->
                        request.get(name.asText()).ifPresent(value -> question.setHeader(name.asText(), value)));
        return sent(question.GET());
    }

    /** The page of the service, with the status that there was. */
    private Said errorPage(JsonNode errors, Passing request, Said came) throws IOException, InterruptedException {
        String path = errors.get("query")
                .asText()
                .replace("{status}", String.valueOf(came.status()))
                .replace("{url}", Http.encode("http://" + request.host() + request.target()));
        Said page =
                forward(Passing.get(request.host(), path), errors.get("service").asText());
        return new Said(came.status(), page.headers(), page.body());
    }

    private Said forward(Passing request, String service) throws IOException, InterruptedException {
        String url = configuration
                .at("/services/" + service + "/loadBalancer/servers/0/url")
                .asText();
        HttpRequest.Builder onward = Http.request(url + request.target())
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach((name, value) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                onward.setHeader(name, value);
            }
        });
        return sent(onward);
    }

    private Said sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
        return new Said(response.statusCode(), response.headers(), response.body());
    }

    /** A response. */
    private record Said(int status, HttpHeaders headers, byte[] body) {}

    private static void answer(HttpExchange exchange, Said response) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.keySet().removeIf(name -> NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT)));
        exchange.getResponseHeaders().putAll(headers);
        byte[] body = response.body();
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
