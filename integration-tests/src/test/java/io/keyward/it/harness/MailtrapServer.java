package io.keyward.it.harness;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Mailtrap's send API, as its OpenAPI document of 2026 describes it: {@code POST /api/send} with a bearer token; 200, 400, 401, 429
 * with {@code success} and {@code errors} or {@code message_ids}. It is as strict as the document.
 */
public final class MailtrapServer implements AutoCloseable {

    /** A request and what was answered. */
    public record Call(Instant at, int status, JsonNode body) {

        public String to() {
            return body.path("to").path(0).path("email").asText();
        }
    }

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile String token;

    /** @param token what senders have to show */
    public MailtrapServer(String token) {
        this.token = token;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/api/send", this::send);
        server.start();
    }

    /** What Keycloak has to be told so that realms may use such a server. */
    public static String option() {
        return "--spi-keyward-mail-transport--mailtrap--hosts=127.0.0.1";
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/send";
    }

    /** From now on another token is asked for. */
    public void token(String another) {
        token = another;
    }

    /** So many of the next requests are one too many. */
    public void tooMany(int requests) {
        refusals.set(requests);
    }

    /** All requests to an address so far, taken or not. */
    public List<Call> calls(String address) {
        return calls.stream().filter(call -> call.to().equals(address)).toList();
    }

    /** Waits for a mail to the address that was taken, and gives what was posted. */
    public JsonNode taken(String address) {
        return await("a mail to " + address + " at Mailtrap")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> calls(address).stream()
                                .filter(call -> call.status() == 200)
                                .toList(),
                        found -> !found.isEmpty())
                .get(0)
                .body();
    }

    private void send(HttpExchange exchange) throws IOException {
        JsonNode body = Json.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        List<String> errors = new ArrayList<>();
        int status = judge(exchange, body, errors);
        calls.add(new Call(Instant.now(), status, body));
        ObjectNode answer = Json.object().put("success", status == 200);
        if (status == 200) {
            answer.putArray("message_ids").add(UUID.randomUUID().toString());
        } else {
            errors.forEach(answer.putArray("errors")::add);
        }
        byte[] bytes = Json.write(answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private int judge(HttpExchange exchange, JsonNode body, List<String> errors) {
        if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            errors.add("Unauthorized");
            return 401;
        }
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            errors.add("Rate limit exceeded");
            return 429;
        }
        errors.addAll(mistakes(body));
        return errors.isEmpty() ? 200 : 400;
    }

    private static List<String> mistakes(JsonNode body) {
        List<String> mistakes = new ArrayList<>();
        require(address(body.path("from")), "'from' is required", mistakes);
        require(
                body.path("to").size() == 1 && address(body.path("to").path(0)),
                "'to', 'cc' or 'bcc' address is required",
                mistakes);
        require(!body.path("subject").asText("").isEmpty(), "'subject' is required", mistakes);
        require(body.has("text") || body.has("html"), "must specify either text or html body", mistakes);
        require(body.path("text").asText("x").length() > 0, "'text' is too short", mistakes);
        require(body.path("html").asText("x").length() > 0, "'html' is too short", mistakes);
        require(body.path("category").asText("").length() <= 255, "'category' is too long", mistakes);
        require(Json.write(body.path("custom_variables")).length() <= 1000, "'custom_variables' is too big", mistakes);
        body.path("custom_variables")
                .forEach(value -> require(value.isTextual(), "'custom_variables' must be strings", mistakes));
        body.path("headers").forEach(value -> require(value.isTextual(), "'headers' must be strings", mistakes));
        return mistakes;
    }

    private static boolean address(JsonNode mailbox) {
        return mailbox.path("email").asText("").matches("[!-?A-~]+@[!-?A-~]+");
    }

    private static void require(boolean condition, String otherwise, List<String> mistakes) {
        if (!condition) {
            mistakes.add(otherwise);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
