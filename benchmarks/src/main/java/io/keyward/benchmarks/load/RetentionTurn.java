package io.keyward.benchmarks.load;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Gives the retention job of a running Keycloak something to do, and adds up what its statements take. The job runs by itself
 * every few seconds.
 *
 * @param scripts the folder of the SQL scripts
 */
record RetentionTurn(Path scripts) {

    /** How many full batches of each kind a turn has. */
    static final int BATCHES = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** @return milliseconds in PostgreSQL, for one batch of each kind */
    double run(RunningSubject subject) {
        try (Connection connection = subject.stack().database().connect();
                Statement statement = connection.createStatement()) {
            new SqlScript(scripts.resolve("due.sql"))
                    .run(
                            connection,
                            Map.of(
                                    "batches",
                                    String.valueOf(BATCHES),
                                    "realm",
                                    SubjectRealm.NAME,
                                    "client",
                                    SubjectRealm.CLIENT));
            awaitDone(statement);
            return millis(statement) / BATCHES;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Switches counting on, for the statements of the job and before any of them can run. */
    void begin(RunningSubject subject) {
        execute(
                subject,
                List.of(
                        "CREATE EXTENSION IF NOT EXISTS pg_stat_statements",
                        "ALTER SYSTEM SET pg_stat_statements.track = 'top'",
                        "SELECT pg_reload_conf()",
                        "SELECT pg_stat_statements_reset()"));
    }

    void end(RunningSubject subject) {
        execute(subject, List.of("ALTER SYSTEM SET pg_stat_statements.track = 'none'", "SELECT pg_reload_conf()"));
    }

    private static void execute(RunningSubject subject, List<String> statements) {
        try (Connection connection = subject.stack().database().connect();
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitDone(Statement statement) throws SQLException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try (ResultSet left = statement.executeQuery("""
                    SELECT (SELECT count(*) FROM keyward_device_session WHERE user_session_id LIKE 'due-%' AND ended_at IS NULL)
                         + (SELECT count(*) FROM keyward_device_session WHERE ended_at < signed.before)
                         + (SELECT count(*) FROM keyward_device WHERE forgotten_at IS NULL AND signed_out_at < signed.before)
                         + (SELECT count(*) FROM keyward_device WHERE forgotten_at < signed.before - 90 * 86400000::bigint)
                      FROM (SELECT ((extract(epoch FROM now()) - 90 * 86400) * 1000)::bigint AS before) AS signed""")) {
                left.next();
                if (left.getLong(1) == 0) {
                    return;
                }
            }
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("The retention job did not come to an end.");
            }
            pause();
        }
    }

    private static double millis(Statement statement) throws SQLException {
        try (ResultSet sum = statement.executeQuery("""
                SELECT sum(total_exec_time) FROM pg_stat_statements
                 WHERE query ILIKE '%keyward_%' AND query NOT LIKE '%due%' AND query NOT LIKE '%signed.before%'""")) {
            sum.next();
            return sum.getDouble(1);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
