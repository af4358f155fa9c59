package io.keyward.benchmarks.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements that PostgreSQL saw during a turn, as its extension {@code pg_stat_statements} counts them.
 *
 * @param units how often the workload was done
 */
record StatementCount(Subject subject, WorkloadKind workload, long units, List<Line> lines) {

    /**
     * One statement with its values left out.
     *
     * @param millis all its executions together
     */
    record Line(String statement, long calls, long rows, double millis) {

        boolean bracket() {
            return statement.matches("BEGIN.*|COMMIT|ROLLBACK|SET .*|SHOW .*");
        }
    }

    private static final int SECONDS = 3;

    static StatementCount of(RunningSubject subject, WorkloadKind kind, LoadOptions options) {
        try (Connection connection = subject.stack().database().connect();
                Statement statement = connection.createStatement()) {
            LoadScript script = kind.workload().prepare(subject, options, SECONDS);
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
            track(statement, "top");
            statement.execute("SELECT pg_stat_statements_reset()");
            Slice slice = subject.run(script);
            track(statement, "none");
            return new StatementCount(subject.subject(), kind, slice.succeeded(), lines(statement));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of each unit of work, without what begins and ends transactions. */
    double perUnit() {
        return (double) lines.stream()
                        .filter(line -> !line.bracket())
                        .mapToLong(Line::calls)
                        .sum()
                / units;
    }

    /** Transactions of each unit of work; PostgreSQL's extension counts beginnings and no ends. */
    double transactionsPerUnit() {
        return (double) lines.stream()
                        .filter(line -> line.statement().equals("BEGIN"))
                        .mapToLong(Line::calls)
                        .sum()
                / units;
    }

    static void track(Statement statement, String what) throws SQLException {
        statement.execute("ALTER SYSTEM SET pg_stat_statements.track = '" + what + "'");
        statement.execute("SELECT pg_reload_conf()");
    }

    private static List<Line> lines(Statement statement) throws SQLException {
        List<Line> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                SELECT query, calls, rows, total_exec_time FROM pg_stat_statements
                 WHERE query NOT LIKE '%pg_stat%' AND query NOT LIKE '%pg_reload_conf%' ORDER BY calls DESC, query""")) {
            while (rows.next()) {
                lines.add(new Line(
                        rows.getString(1).replaceAll("\\s+", " "),
                        rows.getLong(2),
                        rows.getLong(3),
                        rows.getDouble(4)));
            }
        }
        return lines;
    }
}
