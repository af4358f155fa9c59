package io.keyward.stack.demo;

import java.io.IOException;
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

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
