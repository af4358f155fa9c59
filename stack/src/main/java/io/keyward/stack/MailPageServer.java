package io.keyward.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the mail page and its JSON on the loopback interface. */
final class MailPageServer {

    private final HttpServer server;
    private final ExecutorService threads;

    private MailPageServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    static MailPageServer start(int port, MailStore store) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ExecutorService threads = Executors.newFixedThreadPool(4, work -> {
                Thread thread = new Thread(work, "mail-page");
                thread.setDaemon(true);
                return thread;
            });
            server.setExecutor(threads);
            server.createContext("/", new MailRoutes(store));
            server.start();
            return new MailPageServer(server, threads);
        } catch (IOException e) {
            throw new StackException("The mail page cannot listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }
}
