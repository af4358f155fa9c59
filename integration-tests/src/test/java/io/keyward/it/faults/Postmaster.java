package io.keyward.it.faults;

import io.keyward.it.harness.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL held still, all of its processes, as a disk or a virtual machine that hangs would hold it. */
final class Postmaster implements AutoCloseable {

    private final List<ProcessHandle> held = new ArrayList<>();

    private Postmaster() {}

    static Postmaster hold(Database database) {
        long backend = database.count("select pg_backend_pid()");
        ProcessHandle server = ProcessHandle.of(backend)
                .flatMap(ProcessHandle::parent)
                .or(() -> postmaster(database))
                .orElseThrow();
        Postmaster held = new Postmaster();
        held.held.add(server);
        signal("STOP", server);
        server.descendants().forEach(child -> {
            held.held.add(child);
            signal("STOP", child);
        });
        return held;
    }

    @Override
    public void close() {
        held.stream().filter(ProcessHandle::isAlive).forEach(process -> signal("CONT", process));
    }

    /** The backend that answered may have ended by now. */
    private static java.util.Optional<ProcessHandle> postmaster(Database database) {
        String folder = database.strings("show data_directory").get(0);
        try (Stream<String> lines =
                java.nio.file.Files.lines(java.nio.file.Path.of(folder).resolve("postmaster.pid"))) {
            return lines.findFirst().map(String::strip).map(Long::parseLong).flatMap(ProcessHandle::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
