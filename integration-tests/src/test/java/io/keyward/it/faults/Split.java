package io.keyward.it.faults;

import io.keyward.stack.KeycloakNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Drops every packet between the nodes and nothing else: by the kernel's filter, on the ports at which JGroups of these two
 * listens. PostgreSQL, the proxy and people go on. Needs the right to change the filter.
 */
final class Split implements AutoCloseable {

    private static final String PORT_OPTION = "--cache-embedded-network-bind-port=";

    /** JGroups listens for its failure detection so far above its port. */
    private static final int SECOND_SOCKET = 50_000;

    private final List<List<String>> rules = new ArrayList<>();

    /** A build that is stopped leaves no cut behind. */
    private final Thread whenStopped = new Thread(this::mend);

    private Split() {}

    /** Leaves the test out where the filter may not be changed, unless {@code -Dkeyward.split=required} says that it must be. */
    static void assumePossible() {
        if (run(List.of("iptables", "-w", "-L", "INPUT", "-n")) != 0
                && !"required".equals(System.getProperty("keyward.split"))) {
            Assumptions.abort("iptables is not installed, or may not be used: it asks for the rights of root");
        }
    }

    static Split between(List<KeycloakNode> nodes) {
        Split split = new Split();
        for (KeycloakNode node : nodes) {
            int port = clusterPort(node);
            for (int one : new int[] {port, port + SECOND_SOCKET}) {
                for (String side : List.of("--dport", "--sport")) {
                    split.rules.add(List.of("INPUT", "-i", "lo", "-p", "tcp", side, String.valueOf(one), "-j", "DROP"));
                }
            }
        }
        Runtime.getRuntime().addShutdownHook(split.whenStopped);
        for (List<String> rule : split.rules) {
            if (change("-I", rule) != 0) {
                split.mend();
                throw new IllegalStateException("Could not be dropped: " + rule);
            }
        }
        return split;
    }

    @Override
    public void close() {
        mend();
        Runtime.getRuntime().removeShutdownHook(whenStopped);
        if (!rules.isEmpty()) {
            throw new IllegalStateException("Still dropped: " + rules);
        }
    }

    private synchronized void mend() {
        rules.removeIf(rule -> change("-D", rule) == 0);
    }

    private static int change(String how, List<String> rule) {
        List<String> command = new ArrayList<>(List.of("iptables", "-w", how));
        command.addAll(rule);
        return run(command);
    }

    private static int run(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException notThere) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int clusterPort(KeycloakNode node) {
        String http = "--http-port=" + node.baseUrl().getPort();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("[0-9]+"))
                    .map(Split::arguments)
                    .filter(arguments -> arguments.contains(http))
                    .flatMap(List::stream)
                    .filter(argument -> argument.startsWith(PORT_OPTION))
                    .mapToInt(argument -> Integer.parseInt(argument.substring(PORT_OPTION.length())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No process of " + node.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> arguments(Path process) {
        try {
            return Arrays.asList(Files.readString(process.resolve("cmdline")).split("\0"));
        } catch (IOException gone) {
            return List.of();
        }
    }
}
