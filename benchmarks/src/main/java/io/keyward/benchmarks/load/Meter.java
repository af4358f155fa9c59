package io.keyward.benchmarks.load;

import io.keyward.stack.KeywardStack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads what a subject has used since its start: processor time of its two servers, and write-ahead log. Unlike
 * rates, differences of these hardly depend on what else the machine is doing.
 */
final class Meter {

    private final KeywardStack stack;
    private final ProcessHandle keycloak;

    Meter(KeywardStack stack) {
        this.stack = stack;
        String port = "--http-port=" + stack.baseUrl().getPort();
        this.keycloak = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(port + " "))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Keycloak's process is not there."));
    }

    long keycloakPid() {
        return keycloak.pid();
    }

    Usage read() {
        try (Connection connection = stack.database().connect();
                Statement statement = connection.createStatement()) {
            double postgres = 0;
            try (ResultSet processes = statement.executeQuery("SELECT pid FROM pg_stat_activity")) {
                while (processes.next()) {
                    postgres += seconds(ProcessHandle.of(processes.getLong(1)));
                }
            }
            try (ResultSet written =
                    statement.executeQuery("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')")) {
                written.next();
                return new Usage(seconds(Optional.of(keycloak)), postgres, written.getLong(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double seconds(Optional<ProcessHandle> process) {
        return process.flatMap(handle -> handle.info().totalCpuDuration())
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1e9;
    }
}
