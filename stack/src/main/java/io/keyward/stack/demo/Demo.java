package io.keyward.stack.demo;

import io.keyward.stack.KeywardStack;
import io.keyward.stack.StackBuilder;
import io.keyward.stack.StackException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs the stack with the demo realm until Ctrl-C. */
public final class Demo {

    private static final PrintStream OUT = System.out;

    private Demo() {}

    /** Takes the options of {@code ./demo}; the checkout is the system property {@code keyward.root}, or here. */
    public static void main(String... words) throws InterruptedException {
        DemoOptions options = options(words);
        if (options.help()) {
            OUT.print(DemoOptions.USAGE);
            return;
        }
        AtomicBoolean stopping = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!stopping.getAndSet(true)) {
                OUT.println("\nStopping.");
            }
        }));
        try {
            run(options);
        } catch (StackException e) {
            if (!stopping.getAndSet(true)) {
                OUT.println("\n" + e.getMessage());
                System.exit(1);
            }
        }
        // The stack ends with this JVM.
        new CountDownLatch(1).await();
    }

    private static void run(DemoOptions options) {
        DemoPorts ports = new DemoPorts(Demo::step);
        int spa = options.apps() ? ports.claim(options.spa(), "the single-page app", "--spa-port") : 0;
        int spring = options.apps() ? ports.claim(options.spring(), "the Spring Boot app", "--spring-port") : 0;
        KeywardStack stack = builder(options, ports).start();
        List<DemoApps.App> apps = options.apps()
                ? new DemoApps(stack, root().resolve("examples"), Demo::step).start(spa, spring)
                : List.of();
        OUT.print(new Welcome(stack, apps, DemoUser.in(users())));
    }

    private static StackBuilder builder(DemoOptions options, DemoPorts ports) {
        StackBuilder builder = KeywardStack.builder()
                .project(root())
                .users(users())
                .port(ports.choose(options.http(), "Keycloak", "--port"))
                .mailPagePort(ports.choose(options.mailPage(), "the mail page", "--mail-port"))
                .smtpPort(ports.choose(options.smtp(), "mail", "--smtp-port"))
                .progress(Demo::step);
        options.data().ifPresent(builder::data);
        return builder;
    }

    private static Path root() {
        return Path.of(System.getProperty("keyward.root", ".")).toAbsolutePath().normalize();
    }

    private static Path users() {
        return root().resolve("realm-config/demo/keyward-users-0.json");
    }

    private static DemoOptions options(String... words) {
        try {
            return DemoOptions.parse(words);
        } catch (IllegalArgumentException e) {
            OUT.println(e.getMessage() + " ./demo --help lists what there is.");
            System.exit(2);
            throw e;
        }
    }

    private static void step(String line) {
        OUT.println("· " + line);
    }
}
