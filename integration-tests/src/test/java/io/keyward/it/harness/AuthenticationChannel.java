package io.keyward.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Where Keycloak asks a person's phone for consent (CIBA). Keycloak is told at its start; who tests CIBA listens there. */
public final class AuthenticationChannel {

    private static final int PORT = freePort();

    private AuthenticationChannel() {}

    public static int port() {
        return PORT;
    }

    /** The option of {@code kc.sh start} that names it. */
    static String option() {
        return "--spi-ciba-auth-channel--ciba-http-auth-channel--http-authentication-channel-uri=http://127.0.0.1:"
                + PORT + "/";
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
