package io.keyward.examples.spring;

import io.keyward.stack.KeywardStack;
import io.keyward.stack.RealmClients;
import io.keyward.stack.SampleFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A real Keycloak with the realm that ships and the people of the demo, and the application in front of it. */
final class Surroundings implements AutoCloseable {

    static final String REALM = "keyward";

    private final KeywardStack stack;
    private final ConfigurableApplicationContext app;
    private final String origin;

    Surroundings() {
        Path root = Path.of(System.getProperty("keyward.root", "../.."))
                .toAbsolutePath()
                .normalize();
        Path work = Path.of(System.getProperty("keyward.work", "target/stack")).toAbsolutePath();
        stack = KeywardStack.builder()
                .providerJar(root.resolve("providers/target/keyward.jar"))
                .providerJar(root.resolve("themes/target/keyward-themes.jar"))
                .realmFile(realm(root, work))
                .users(root.resolve("realm-config/demo/keyward-users-0.json"))
                .logs(work.resolve("logs"))
                .progress(line -> System.out.println("[stack] " + line))
                .start();
        int port = freePort();
        origin = "http://localhost:" + port;
        String secret = UUID.randomUUID().toString();
        RealmClients clients = new RealmClients(stack, REALM);
        clients.put(SampleFile.read(root.resolve("examples/spring-app/client.json"))
                .with("http://localhost:8082", origin)
                .with(
                        "\"clientId\": \"keyward-spring-app\",",
                        "\"clientId\": \"keyward-spring-app\", \"secret\": \"" + secret + "\",")
                // Spring takes a token that ends within a minute for expired: each call of the device API refreshes.
                .with("\"attributes\": {", "\"attributes\": {\"access.token.lifespan\": \"30\",")
                .text());
        clients.put(Program.CLIENT);
        app = SpringApplication.run(
                SpringApp.class,
                "--server.port=" + port,
                "--keyward.issuer=" + issuer(),
                "--spring.security.oauth2.client.registration.keyward.client-secret=" + secret);
    }

    String issuer() {
        return stack.baseUrl() + "/realms/" + REALM;
    }

    /** Where browsers find the application, without a slash at the end. */
    String origin() {
        return origin;
    }

    KeywardStack stack() {
        return stack;
    }

    @Override
    public void close() {
        app.close();
        stack.close();
    }

    /** Keycloak books how a sign-in ended in a thread of its own and until then refuses the same person's next one; tests are quicker than people. */
    private static Path realm(Path root, Path work) {
        try {
            Files.createDirectories(work);
            return Files.writeString(
                    work.resolve("keyward-realm.json"),
                    SampleFile.read(root.resolve("realm-config/keyward-realm.json"))
                            .with("\"bruteForceProtected\": true", "\"bruteForceProtected\": false")
                            .text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
