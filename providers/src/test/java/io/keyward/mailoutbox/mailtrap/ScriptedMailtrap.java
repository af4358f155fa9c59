package io.keyward.mailoutbox.mailtrap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Answers {@code POST /api/send} as Mailtrap does, or as a test says. */
final class ScriptedMailtrap implements AutoCloseable {

    /** One request as it came. */
    record Request(JsonNode body, Map<String, List<String>> headers) {

        String to() {
            return body.path("to").path(0).path("email").asText();
        }
    }

    /** What is answered: {@code drop} and {@code hang} in place of a body do what they say. */
    record Answer(int status, String body) {}

    private static final Answer TAKEN =
            new Answer(200, "{\"success\":true,\"message_ids\":[\"0c7fd939-02cf-11ed-88c2-0a58a9feac02\"]}");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Request> taken = new CopyOnWriteArrayList<>();
    private volatile Function<Request, Answer> script = request -> null;

    ScriptedMailtrap() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/api/send");
    }

    /** From now on requests are answered so; null means that the mail is taken. */
    void answer(Function<Request, Answer> answer) {
        script = answer;
    }

    List<Request> requests() {
        return requests;
    }

    /** Those that were answered with success. */
    List<Request> taken() {
        return taken;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Request request = new Request(
                new ObjectMapper().readTree(exchange.getRequestBody().readAllBytes()),
                Map.copyOf(exchange.getRequestHeaders()));
        requests.add(request);
        Answer answer = script.apply(request);
        if (answer == null) {
            taken.add(request);
        }
        reply(exchange, answer == null ? TAKEN : answer);
    }

    private void reply(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.body().equals("drop")) {
            exchange.close();
            return;
        }
        if (answer.body().equals("hang")) {
            awaitEnd();
            exchange.close();
            return;
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        if (answer.status() / 100 == 3) {
            exchange.getResponseHeaders().set("Location", url() + "?elsewhere");
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
