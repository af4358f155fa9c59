package io.keyward.benchmarks.load;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plans that PostgreSQL's extension {@code auto_explain} logs: of the very statements that Keycloak sends, with the times
 * and buffers they took.
 */
final class PlanLog {

    private static final Pattern ENTRY = Pattern.compile("LOG:  duration: [0-9.]+ ms  plan:\n((?:\t.*\n)+)");
    private static final Pattern TEXT = Pattern.compile("\tQuery Text: ((?:.*\n)+?)(\t.*(?:cost=|actual )(?:.*\n)+)");

    private final RunningSubject subject;

    PlanLog(RunningSubject subject) {
        this.subject = subject;
    }

    /** The last plan of each statement on Keyward's tables while something was done, by the statement's text. */
    Map<String, String> during(Runnable work) {
        long before = size();
        log(true);
        work.run();
        log(false);
        Map<String, String> plans = new LinkedHashMap<>();
        Matcher entries = ENTRY.matcher(read(before));
        while (entries.find()) {
            Matcher parts = TEXT.matcher(entries.group(1));
            if (parts.matches() && parts.group(1).contains("KEYWARD_")) {
                plans.put(
                        parts.group(1).replaceAll("\\s+", " ").strip(),
                        parts.group(2).replaceAll("(?m)^\t", "").stripTrailing());
            }
        }
        return plans;
    }

    private void log(boolean on) {
        List<String> settings = List.of(
                "log_min_duration = " + (on ? 0 : -1),
                "log_analyze = " + on,
                "log_buffers = " + on,
                // Hashes and addresses, that is; they say nothing here.
                "log_parameter_max_length = 0");
        try (Connection connection = subject.stack().database().connect();
                Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute("ALTER SYSTEM SET auto_explain." + setting);
            }
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long size() {
        try {
            return Files.size(subject.databaseLog());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(long from) {
        Path log = subject.databaseLog();
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
