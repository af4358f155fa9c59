package io.keyward.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A file of statements, separated by a semicolon at the end of a line, with values for {@code :name}. */
record SqlScript(Path file) {

    /** Runs each statement by itself. */
    void run(Connection connection, Map<String, String> values) throws SQLException {
        String text = text();
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace(":" + value.getKey(), value.getValue());
        }
        try (Statement statement = connection.createStatement()) {
            for (String part : text.split(";\n")) {
                statement.execute(part);
            }
        }
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
