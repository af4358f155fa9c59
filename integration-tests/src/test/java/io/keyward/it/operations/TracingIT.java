package io.keyward.it.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keyward.it.harness.Keyward;
import io.keyward.it.harness.OAuthClient;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Stacks;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Where Keycloak traces, Keyward's work is among the spans, and nobody's address or token is. */
@Tag("long")
@DisabledIfSystemProperty(
        named = "keyward.stack",
        matches = "containers",
        disabledReason = "a server that is built otherwise")
@Tag("alone")
class TracingIT {

    private static final String REALM = "traced";

    private final List<String> exported = new CopyOnWriteArrayList<>();
    private final Person person = Person.ada();

    @Test
    void itsWorkIsSeen() throws IOException {
        HttpServer collector = collector();
        try (Keyward keyward = Keyward.on(Stacks.withKeyward(Stacks.local().prepared())
                .buildOption("--tracing-enabled=true")
                .runtimeOption("--tracing-protocol=http/protobuf")
                .runtimeOption("--tracing-endpoint=http://127.0.0.1:"
                        + collector.getAddress().getPort())
                .runtimeOption("--tracing-sampler-ratio=1.0")
                .start())) {
            keyward.admin()
                    .send("POST", "", TestRealm.definition(keyward, REALM))
                    .ok();
            String id = keyward.admin(REALM).createProvedUser(person);
            OAuthClient client = keyward.client(REALM, "test-direct", "test-secret");
            TokenAnswer tokens = client.password(person.email(), person.password());
            TokenAnswer next = client.refresh(tokens.refreshToken());
            assertThat(next.status()).isEqualTo(200);
            keyward.admin(REALM)
                    .put(
                            "/users/" + id + "/execute-actions-email",
                            io.keyward.it.harness.Json.array("UPDATE_PASSWORD"));
            keyward.mailbox().next(person.email());
            for (String span : List.of("keyward rotate refresh token", "keyward write mail", "keyward send mails")) {
                await(span).atMost(Duration.ofSeconds(60)).until(() -> seen(span));
            }
            assertThat(seen(tokens.refreshToken())).isFalse();
            assertThat(seen(person.password())).isFalse();
        } finally {
            collector.stop(0);
        }
    }

    private boolean seen(String text) {
        return exported.stream().anyMatch(batch -> batch.contains(text));
    }

    /** Strings stand in these messages as they are. */
    private HttpServer collector() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
        return server;
    }

    private void take(HttpExchange exchange) throws IOException {
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream body = packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
            exported.add(new String(body.readAllBytes(), StandardCharsets.ISO_8859_1));
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }
}
