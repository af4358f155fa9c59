package io.keyward.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback interface. */
final class Ports {

    /** JGroups opens its failure detection this far above the port it is given. */
    static final int CLUSTER_SECOND_SOCKET = 50_000;

    private static final int CLUSTER_LOWEST = 10_000;
    private static final int CLUSTER_HIGHEST = 15_000;

    private Ports() {}

    /** The wanted port if it is free, or any free one when 0 is wanted. */
    static int claim(int wanted, String purpose, String option) {
        if (wanted == 0) {
            return free();
        }
        if (!isFree(wanted)) {
            throw new StackException("Port %d, wanted for %s, is taken. End what uses it, or choose another with %s."
                    .formatted(wanted, purpose, option));
        }
        return wanted;
    }

    /** A free port with which two sockets of JGroups fit into the range of ports. */
    static int freeForCluster() {
        for (int attempt = 0; attempt < 200; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(CLUSTER_LOWEST, CLUSTER_HIGHEST);
            if (isFree(port) && isFree(port + CLUSTER_SECOND_SOCKET)) {
                return port;
            }
        }
        throw new StackException("There is no free port between %d and %d for the nodes to find each other."
                .formatted(CLUSTER_LOWEST, CLUSTER_HIGHEST));
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StackException("This machine has no free port left.", e);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
