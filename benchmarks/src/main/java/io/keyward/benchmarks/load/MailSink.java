package io.keyward.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A mail server that counts and forgets. It takes mails over as many connections as come, several in flight on each, and each
 * answer that somebody waits for takes as long as it is told: as a server does that is so many milliseconds away.
 */
final class MailSink implements AutoCloseable {

    private static final String OK = "250 ok";
    private static final String GREETING = "250-sink\r\n250-8BITMIME\r\n250 PIPELINING";

    private final ServerSocket server;
    private final AtomicLong mails = new AtomicLong();
    private volatile long first;
    private volatile long last;
    private volatile int latency;
    private volatile boolean closedForNow;

    MailSink() {
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Begins to count. Nothing may be under way. */
    void begin() {
        mails.set(0);
    }

    /** How many have come. */
    long mails() {
        return mails.get();
    }

    /** Seconds from the first to the last of them. */
    double seconds() {
        return (last - first) / 1e9;
    }

    /** How long an answer takes, in milliseconds. */
    void latency(int millis) {
        latency = millis;
    }

    /** Turns everybody away, or no longer. */
    void closedForNow(boolean closed) {
        closedForNow = closed;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                thread(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = socket.getOutputStream();
            say(socket, in, out, closedForNow ? "421 not now" : "220 sink");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
                    case "EHLO" -> say(socket, in, out, GREETING);
                    case "DATA" -> {
                        say(socket, in, out, "354 go on");
                        take(in);
                        say(socket, in, out, OK);
                    }
                    case "QUIT" -> {
                        say(socket, in, out, "221 bye");
                        return;
                    }
                    default -> say(socket, in, out, OK);
                }
            }
        } catch (IOException e) {
            // The other side is gone.
        }
    }

    private void take(BufferedReader in) throws IOException {
        String line;
        do {
            line = in.readLine();
            if (line == null) {
                throw new IOException("The connection ended within a message.");
            }
        } while (!line.equals("."));
        last = System.nanoTime();
        if (mails.getAndIncrement() == 0) {
            first = last;
        }
    }

    private void say(Socket socket, BufferedReader in, OutputStream out, String reply) throws IOException {
        if (latency > 0) {
            waitForMore(socket, in);
        }
        out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Takes its time, unless the other side has written ahead and so does not wait for this answer. */
    private void waitForMore(Socket socket, BufferedReader in) throws IOException {
        if (in.ready()) {
            return;
        }
        socket.setSoTimeout(latency);
        in.mark(8);
        try {
            if (in.read() >= 0) {
                in.reset();
            }
        } catch (SocketTimeoutException e) {
            // It waits.
        } finally {
            socket.setSoTimeout(0);
        }
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "mail-sink");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
