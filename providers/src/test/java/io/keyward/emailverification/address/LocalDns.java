package io.keyward.emailverification.address;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A name server of a few lines on a port of its own: what it was not told of does not exist. */
final class LocalDns implements AutoCloseable {

    static final int SERVFAIL = 2;
    static final int REFUSED = 5;

    private static final int NXDOMAIN = 3;
    private static final int A = 1;
    private static final int MX = 15;
    private static final int AAAA = 28;

    private final DatagramSocket socket;
    private final int port;
    private final Map<String, List<Answer>> zone = new ConcurrentHashMap<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final Set<String> garbled = ConcurrentHashMap.newKeySet();
    private final Set<String> ignored = ConcurrentHashMap.newKeySet();

    LocalDns() throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        port = socket.getLocalPort();
        Thread server = new Thread(this::serve, "local-dns");
        server.setDaemon(true);
        server.start();
    }

    String address() {
        return "dns://127.0.0.1:" + port;
    }

    LocalDns mx(String name, String exchange) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(new byte[] {0, (byte) (exchange.isEmpty() ? 0 : 10)});
        data.writeBytes(encoded(exchange));
        return add(name, new Answer(MX, data.toByteArray()));
    }

    LocalDns a(String name) {
        return add(name, new Answer(A, new byte[] {(byte) 192, 0, 2, 1}));
    }

    LocalDns aaaa(String name) {
        return add(name, new Answer(AAAA, new byte[16]));
    }

    LocalDns empty(String name) {
        zone.computeIfAbsent(name, any -> new ArrayList<>());
        return this;
    }

    LocalDns fails(String name, int code) {
        failures.put(name, code);
        return this;
    }

    void garbles(String name) {
        garbled.add(name);
    }

    void ignores(String name) {
        ignored.add(name);
    }

    @Override
    public void close() {
        socket.close();
    }

    private LocalDns add(String name, Answer answer) {
        zone.computeIfAbsent(name, any -> new ArrayList<>()).add(answer);
        return this;
    }

    private void serve() {
        byte[] buffer = new byte[512];
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] reply = reply(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
                if (reply.length > 0) {
                    socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
                }
            }
        } catch (SocketException closed) {
            // The test is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] reply(ByteBuffer query) throws IOException {
        short id = query.getShort();
        query.position(12);
        String name = decoded(query);
        short type = query.getShort();
        if (ignored.contains(name)) {
            return new byte[0];
        }
        List<Answer> answers = zone.getOrDefault(name, List.of()).stream()
                .filter(answer -> answer.type() == type)
                .toList();
        int code = failures.getOrDefault(name, zone.containsKey(name) || garbled.contains(name) ? 0 : NXDOMAIN);

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream reply = new DataOutputStream(bytes);
        reply.writeShort(id);
        reply.writeShort(0x8180 | code);
        reply.writeShort(1);
        reply.writeShort(garbled.contains(name) ? 1 : answers.size());
        reply.writeInt(0);
        reply.write(encoded(name));
        reply.writeShort(type);
        reply.writeShort(1);
        for (Answer answer : answers) {
            reply.write(encoded(name));
            reply.writeShort(answer.type());
            reply.writeShort(1);
            reply.writeInt(60);
            reply.writeShort(answer.data().length);
            reply.write(answer.data());
        }
        if (garbled.contains(name)) {
            // A name that points behind the end of the message.
            reply.writeShort(0xFFFF);
        }
        return bytes.toByteArray();
    }

    private static byte[] encoded(String name) {
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        for (String label : name.isEmpty() ? new String[0] : name.split("\\.", -1)) {
            labels.write(label.length());
            labels.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        labels.write(0);
        return labels.toByteArray();
    }

    private static String decoded(ByteBuffer query) {
        List<String> labels = new ArrayList<>();
        for (int length = query.get(); length > 0; length = query.get()) {
            byte[] label = new byte[length];
            query.get(label);
            labels.add(new String(label, StandardCharsets.US_ASCII));
        }
        return String.join(".", labels);
    }

    private record Answer(int type, byte[] data) {}
}
