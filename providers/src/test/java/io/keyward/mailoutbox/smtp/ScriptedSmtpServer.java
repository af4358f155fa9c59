package io.keyward.mailoutbox.smtp;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/**
 * A mail server that does as it is told: for each stage a rule says what to answer. A rule gets the line and returns the reply;
 * {@link #DROP} closes the connection, {@link #HANG} says nothing any more, null is the ordinary answer.
 */
public final class ScriptedSmtpServer implements AutoCloseable {

    public static final String DROP = "drop";
    public static final String HANG = "hang";

    private final int port;
    private volatile ServerSocket server;
    private final Map<String, UnaryOperator<String>> rules = new ConcurrentHashMap<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger roundTrips = new AtomicInteger();
    private volatile List<String> extensions = List.of("8BITMIME");
    private volatile int latency;
    private volatile ServerSide encryption;

    public ScriptedSmtpServer() {
        server = listen(0);
        port = server.getLocalPort();
        thread(() -> accept(server));
    }

    private static ServerSocket listen(int port) {
        try {
            return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** Nobody listens any more, and what was open is closed, until {@link #up}. What was received stays. */
    public void down() {
        close();
    }

    /** Listens again, on the same port. */
    public void up() {
        ServerSocket again = listen(port);
        server = again;
        thread(() -> accept(again));
    }

    public ScriptedSmtpServer offering(String... offered) {
        extensions = List.of(offered);
        return this;
    }

    /** Every answer that is waited for takes so long, and is counted. */
    public ScriptedSmtpServer withLatency(int millis) {
        latency = millis;
        return this;
    }

    /** Offers StartTLS, and shows this certificate. */
    public ScriptedSmtpServer encrypting(SSLContext certificate) {
        encryption = new ServerSide(certificate);
        return offering("STARTTLS");
    }

    /** Stages: connect, EHLO, STARTTLS, AUTH, MAIL, RCPT, DATA, end (of the message), RSET, NOOP. */
    public ScriptedSmtpServer on(String stage, UnaryOperator<String> rule) {
        rules.put(stage, rule);
        return this;
    }

    public ScriptedSmtpServer on(String stage, String reply) {
        return on(stage, line -> reply);
    }

    public void forget(String stage) {
        rules.remove(stage);
    }

    public List<Received> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    /** What came for an address, in any letter case. */
    public List<Received> to(String address) {
        return received().stream()
                .filter(mail -> mail.address().equalsIgnoreCase(address))
                .toList();
    }

    public int connections() {
        return connections.get();
    }

    /** How many of them became encrypted. */
    public int encryptions() {
        return encryption == null ? 0 : encryption.count();
    }

    /** How often an answer was waited for, if there is a latency. */
    public int roundTrips() {
        return roundTrips.get();
    }

    /** Closes what is open, as a server does that restarts. */
    public void dropAll() {
        sockets.forEach(ScriptedSmtpServer::close);
        sockets.clear();
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                connections.incrementAndGet();
                thread(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            talk(socket, reply("connect", "", "220 scripted"));
        } catch (IOException e) {
            // The other side is gone.
        }
    }

    /** @param greeting null once the connection is encrypted, where none is expected */
    private void talk(Socket socket, String greeting) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream();
        String from = null;
        String to = null;
        if (greeting != null && !say(socket, in, out, greeting)) {
            return;
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            String ordinary = "250 ok";
            switch (command) {
                case "EHLO" -> ordinary = ehlo();
                case "STARTTLS" -> ordinary = "220 go on";
                case "AUTH" -> ordinary = "235 welcome";
                case "MAIL" -> from = line;
                case "RCPT" -> to = line;
                case "DATA" -> ordinary = "354 go on";
                case "QUIT" -> ordinary = "221 bye";
                default -> {}
            }
            String said = reply(command, line, ordinary);
            if (!say(socket, in, out, said)) {
                return;
            }
            if (command.equals("STARTTLS") && said.startsWith("2") && encryption != null) {
                talk(encryption.of(socket), null);
                return;
            }
            if (command.equals("DATA") && said.startsWith("354")) {
                String data = data(in);
                if (data == null) {
                    return;
                }
                String end = reply("end", data, "250 taken");
                if (end.startsWith("2")) {
                    received.add(new Received(from, to, data));
                }
                if (!say(socket, in, out, end)) {
                    return;
                }
            }
        }
    }

    /** Null if the connection ended before the message did. */
    private static String data(BufferedReader in) throws IOException {
        StringBuilder data = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return null;
            }
            data.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        return data.toString();
    }

    private String ehlo() {
        List<String> lines = new ArrayList<>(List.of("scripted"));
        lines.addAll(extensions);
        StringBuilder reply = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            reply.append(i == 0 ? "" : "\r\n")
                    .append(i == lines.size() - 1 ? "250 " : "250-")
                    .append(lines.get(i));
        }
        return reply.toString();
    }

    private String reply(String stage, String line, String ordinary) {
        UnaryOperator<String> rule = rules.get(stage);
        String reply = rule == null ? null : rule.apply(line);
        return reply == null ? ordinary : reply;
    }

    private boolean say(Socket socket, BufferedReader in, OutputStream out, String reply) throws IOException {
        if (latency > 0 && waitedFor(socket, in)) {
            roundTrips.incrementAndGet();
        }
        if (reply.equals(DROP)) {
            return false;
        }
        if (reply.equals(HANG)) {
            while (in.read() >= 0) {
                // Takes everything and says nothing.
            }
            return false;
        }
        out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return true;
    }

    /** Whether nothing more was written ahead, so that somebody waits for this answer. Takes a server's time to tell. */
    private boolean waitedFor(Socket socket, BufferedReader in) throws IOException {
        if (in.ready()) {
            return false;
        }
        socket.setSoTimeout(latency);
        in.mark(8);
        try {
            boolean ended = in.read() < 0;
            in.reset();
            return ended;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(0);
        }
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dropAll();
    }
}
