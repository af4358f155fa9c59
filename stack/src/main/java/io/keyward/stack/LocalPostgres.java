package io.keyward.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server of this machine, on the loopback interface, with one database for Keycloak. */
final class LocalPostgres implements AutoCloseable {

    private static final String USER = "postgres";
    private static final String NAME = "keycloak";

    private final EmbeddedPostgres server;
    private final Path folder;

    private LocalPostgres(EmbeddedPostgres server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /**
     * Starts a server on the folder, which is made if it is not there.
     *
     * @param durable whether committed data outlives a power cut; slower
     */
    static LocalPostgres start(
            Path folder, Path binaries, int port, boolean durable, Map<String, String> settings, Path log) {
        endLeftover(folder);
        String sync = durable ? "on" : "off";
        try {
            Files.createDirectories(binaries);
            Files.createDirectories(folder.getParent());
            EmbeddedPostgres.Builder server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setDataDirectory(folder.toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("fsync", sync)
                    .setServerConfig("synchronous_commit", sync)
                    .setServerConfig("full_page_writes", sync)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
            settings.forEach(server::setServerConfig);
            LocalPostgres started = new LocalPostgres(server.start(), folder);
            started.createDatabase();
            return started;
        } catch (IOException | SQLException | IllegalStateException | ExceptionInInitializerError e) {
            throw new StackException(plain(e, folder, log), e);
        }
    }

    Database database() {
        return new Database("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + NAME, USER, USER);
    }

    ProcessHandle process() {
        return postmaster(folder).orElseThrow(() -> new StackException("PostgreSQL has ended by itself."));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
            if (!found.next()) {
                try (Statement create = connection.createStatement()) {
                    create.execute("CREATE DATABASE " + NAME);
                }
            }
        }
    }

    /** A server outlives a JVM that was killed, and would keep the folder to itself. */
    private static void endLeftover(Path folder) {
        postmaster(folder).ifPresent(process -> Processes.stop(process, 20));
    }

    private static Optional<ProcessHandle> postmaster(Path folder) {
        try (Stream<String> lines = Files.lines(folder.resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("[0-9]+"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String plain(Throwable failure, Path folder, Path log) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("No Postgres binary") || message.contains("Missing postgres")) {
            return "There is no PostgreSQL for this machine (%s, %s). The stack runs on 64-bit Linux, Intel or ARM."
                    .formatted(System.getProperty("os.name"), System.getProperty("os.arch"));
        }
        return "PostgreSQL could not start on " + folder + ": " + message + "\nIt said:\n" + LogFile.lastLines(log);
    }
}
