package io.keyward.it.examples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.TestRealm;
import io.keyward.stack.Companion;
import io.keyward.stack.Nginx;
import io.keyward.stack.SampleFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * One of the examples, on a free port of this machine: its files as they are, with other addresses.
 *
 * @param folder below {@code examples}
 * @param samplePort the port that its files name
 */
record Example(String folder, int samplePort, int port) {

    static Example of(String folder, int samplePort) {
        return new Example(folder, samplePort, freePort());
    }

    /** Where browsers find it, without a slash at the end. */
    String origin() {
        return "http://localhost:" + port;
    }

    /** Its client, to be added to a realm. */
    ObjectNode client() {
        return (ObjectNode) Json.read(file("client.json")
                .with("http://localhost:" + samplePort, origin())
                .text());
    }

    SampleFile file(String name) {
        return SampleFile.read(path(name));
    }

    Path path(String name) {
        return root().resolve("examples").resolve(folder).resolve(name).normalize();
    }

    /** Its {@code nginx.conf}, in front of the realm. */
    SampleFile site(TestRealm realm) {
        return file("nginx.conf")
                .with("127.0.0.1:" + samplePort, "127.0.0.1:" + port)
                .with("127.0.0.1:8080", "127.0.0.1:" + keycloakPort(realm))
                .with("/realms/keyward/", "/realms/" + realm.name() + "/");
    }

    static int keycloakPort(TestRealm realm) {
        return URI.create(realm.keyward().url()).getPort();
    }

    /** Runs nginx. Where there is none the tests are left out, unless the build says that there must be one, as CI does. */
    Companion nginx(SampleFile site, String ready) {
        if (Nginx.installed().isEmpty() && !"required".equals(System.getProperty("keyward.nginx"))) {
            Assumptions.abort("nginx is not installed");
        }
        Path work = Path.of(System.getProperty("keyward.work", "target/stack")).toAbsolutePath();
        return Nginx.start(work.resolve("nginx-" + folder), site.text(), URI.create(origin() + ready));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("keyward.root", "..")).toAbsolutePath();
    }
}
