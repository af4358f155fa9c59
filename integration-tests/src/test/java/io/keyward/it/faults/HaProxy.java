package io.keyward.it.faults;

import static org.awaitility.Awaitility.await;

import io.keyward.it.harness.FreePort;
import io.keyward.stack.KeycloakNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A HAProxy that gives each request to the next node, and none to a node that is not ready. It needs no rights. */
final class HaProxy implements AutoCloseable {

    private static final String PROPERTY = "keyward.haproxy";

    private final Process process;
    private final int port;

    private HaProxy(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Leaves the tests out where there is none, unless the build says that there must be one, as CI does. */
    static void assumeInstalled() {
        if (binary().isEmpty() && !"required".equals(System.getProperty("keyward.faults"))) {
            Assumptions.abort("HAProxy is not installed, and -D" + PROPERTY + " names none");
        }
    }

    static HaProxy before(List<KeycloakNode> nodes, Path folder) {
        try {
            int port = FreePort.any();
            Files.createDirectories(folder);
            Path config = Files.writeString(folder.resolve("haproxy.cfg"), configuration(nodes, port));
            Process process = new ProcessBuilder(
                            binary().orElseThrow(HaProxy::missing).toString(), "-db", "-f", config.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("haproxy.log").toFile())
                    .start();
            HaProxy proxy = new HaProxy(process, port);
            await().atMost(Duration.ofSeconds(20)).until(proxy::listens);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String configuration(List<KeycloakNode> nodes, int port) {
        StringBuilder servers = new StringBuilder();
        for (KeycloakNode node : nodes) {
            servers.append("  server %s 127.0.0.1:%d check port %d inter 500ms fall 2 rise 1%n"
                    .formatted(
                            node.name(),
                            node.baseUrl().getPort(),
                            node.managementUrl().getPort()));
        }
        return """
                global
                  maxconn 1000
                defaults
                  mode http
                  timeout connect 2s
                  timeout client 60s
                  timeout server 60s
                  timeout http-request 10s
                  option redispatch
                  retries 2
                frontend people
                  bind 127.0.0.1:%d
                  default_backend nodes
                backend nodes
                  balance roundrobin
                  option forwardfor
                  option httpchk GET /health/ready
                  http-check expect status 200
                %s""".formatted(port, servers);
    }

    private static Optional<Path> binary() {
        String given = System.getProperty(PROPERTY, "");
        Stream<Path> places = given.isEmpty()
                ? Stream.of("/usr/sbin/haproxy", "/usr/local/sbin/haproxy", "/usr/bin/haproxy")
                        .map(Path::of)
                : Stream.of(Path.of(given));
        return places.filter(Files::isExecutable).findFirst();
    }

    private static IllegalStateException missing() {
        return new IllegalStateException("HAProxy is required here, and there is none: apt-get install haproxy");
    }
}
