package io.keyward.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Takes connections and says nothing, so that whoever wants to send a mail waits until it gives up. */
final class SilentMailServer implements AutoCloseable {

    private final ServerSocket socket;

    SilentMailServer() {
        try {
            // The system answers for it; nobody ever accepts.
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
