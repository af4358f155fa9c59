package io.keyward.stack.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.Consumer;

/** Gives way when a usual port is taken: a first look at Keyward should not end at another program's port. */
record DemoPorts(Consumer<String> notice) {

    int choose(DemoOptions.Port port, String purpose, String option) {
        if (port.insisted() || free(port.number())) {
            return port.number();
        }
        notice.accept("Port %d is taken; %s gets a free one instead. Choose with %s."
                .formatted(port.number(), purpose, option));
        return 0;
    }

    /** As {@link #choose}, for who has to know the port before anything listens there. */
    int claim(DemoOptions.Port port, String purpose, String option) {
        int chosen = choose(port, purpose, option);
        if (chosen != 0) {
            return chosen;
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
