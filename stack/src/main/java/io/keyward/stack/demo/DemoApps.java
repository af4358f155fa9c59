package io.keyward.stack.demo;

import io.keyward.stack.Companion;
import io.keyward.stack.KeywardStack;
import io.keyward.stack.Nginx;
import io.keyward.stack.RealmClients;
import io.keyward.stack.SampleFile;
import io.keyward.stack.StackException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * The example applications beside the demo. One that cannot run says why and is left out: the demo is of use without it.
 *
 * @param examples their folder in the checkout
 * @param progress is told what takes long, and what is left out
 */
record DemoApps(KeywardStack stack, Path examples, Consumer<String> progress) {

    private static final String REALM = "keyward";

    /** An application that runs. */
    record App(String name, URI address) {}

    List<App> start(int spaPort, int springPort) {
        List<App> running = new ArrayList<>();
        leaveOutOnFailure("The single-page app", () -> singlePageApp(spaPort, running));
        leaveOutOnFailure("The Spring Boot app", () -> springApp(springPort, running));
        return running;
    }

    private void singlePageApp(int port, List<App> running) {
        if (Nginx.installed().isEmpty()) {
            progress.accept(
                    "The single-page app is left out: nginx, which serves it, is not installed (on Debian: apt install nginx).");
            return;
        }
        progress.accept("Starting the single-page app");
        URI address = URI.create("http://localhost:" + port);
        Path files = examples.resolve("spa");
        client(SampleFile.read(files.resolve("client.json")).with("http://localhost:8081", address.toString()));
        SampleFile site = SampleFile.read(files.resolve("nginx.conf"))
                .with("127.0.0.1:8081", "127.0.0.1:" + port)
                .with("127.0.0.1:8080", "127.0.0.1:" + stack.baseUrl().getPort())
                .with("/srv/keyward-spa", files.resolve("public").toString());
        stack.adopt("spa", Nginx.start(stack.folder("spa"), site.text(), address));
        running.add(new App("Single-page app", address));
    }

    private void springApp(int port, List<App> running) {
        Path jar = examples.resolve("spring-app/target/keyward-spring-app.jar");
        if (!Files.exists(jar)) {
            progress.accept(
                    "The Spring Boot app is left out: it is not built (./mvnw package -Pexamples -DskipTests).");
            return;
        }
        progress.accept("Starting the Spring Boot app");
        URI address = URI.create("http://localhost:" + port);
        String secret = secret();
        client(SampleFile.read(examples.resolve("spring-app/client.json"))
                .with("http://localhost:8082", address.toString())
                .with("\"publicClient\": false,", "\"publicClient\": false, \"secret\": \"" + secret + "\","));
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString(),
                "--server.port=" + port);
        command.environment().put("KEYWARD_ISSUER", stack.baseUrl() + "/realms/" + REALM);
        command.environment().put("KEYWARD_CLIENT_SECRET", secret);
        stack.adopt(
                "spring",
                Companion.start(command, address, stack.folder("spring").resolve("app.log")));
        running.add(new App("Spring Boot app", address));
    }

    private void client(SampleFile client) {
        new RealmClients(stack, REALM).put(client.text());
    }

    private void leaveOutOnFailure(String what, Runnable start) {
        try {
            start.run();
        } catch (StackException e) {
            progress.accept(what + " is left out: " + e.getMessage());
        }
    }

    private static String secret() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
