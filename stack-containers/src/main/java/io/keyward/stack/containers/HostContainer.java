package io.keyward.stack.containers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/**
 * Containers that share the machine's network, so that Keycloak, its browser and a test all mean the same by
 * {@code localhost}: links, issuers and the test's own servers need no second name. It takes Linux.
 */
final class HostContainer {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private HostContainer() {}

    static <C extends GenericContainer<?>> C onHost(C container) {
        container.withNetworkMode("host");
        // There is nothing to map, and Testcontainers would wait for it.
        container.setExposedPorts(List.of());
        // Its address is known; whether it is ready is asked from here.
        container.waitingFor(new AbstractWaitStrategy() {
            @Override
            protected void waitUntilReady() {}
        });
        return container;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("This machine has no free port left.", e);
        }
    }

    static void await(GenericContainer<?> container, String what, Callable<Boolean> ready) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(ready)) {
            if (!container.isRunning() || System.nanoTime() > end) {
                throw new IllegalStateException(what + " did not start. It said:\n" + container.getLogs());
            }
            pause();
        }
    }

    private static boolean answers(Callable<Boolean> ready) {
        try {
            return ready.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
