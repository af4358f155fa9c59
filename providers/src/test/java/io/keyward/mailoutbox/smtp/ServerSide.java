package io.keyward.mailoutbox.smtp;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Encrypts connections as the server does that shows a certificate. */
final class ServerSide {

    private final SSLContext certificate;
    private final AtomicInteger count = new AtomicInteger();

    ServerSide(SSLContext certificate) {
        this.certificate = certificate;
    }

    Socket of(Socket plain) throws IOException {
        SSLSocket encrypted =
                (SSLSocket) certificate.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        count.incrementAndGet();
        return encrypted;
    }

    /** How many connections it has encrypted. */
    int count() {
        return count.get();
    }
}
