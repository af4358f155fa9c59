package io.keyward.migration;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** A query against PostgreSQL, read as a stream in a transaction that may not write. */
record PostgresSource(String url, String query, Optional<String> user, Optional<Path> passwordFile)
        implements RowSource {

    /** Verified rows come first: of two with one address, the first is taken. */
    static final String DEFAULT_QUERY =
            "select id, name, email, role, is_verified, password_hash, created_at from users"
                    + " order by is_verified desc, created_at, id";

    private static final int FETCHED_AT_ONCE = 1_000;

    @Override
    public void read(Reader reader) throws IOException, SQLException {
        Properties login = new Properties();
        user.ifPresent(name -> login.setProperty("user", name));
        if (passwordFile.isPresent()) {
            login.setProperty("password", Secret.in(passwordFile.get()));
        }
        try (Connection connection = DriverManager.getConnection(url, login)) {
            connection.setReadOnly(true);
            // The driver reads all rows at once otherwise.
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(FETCHED_AT_ONCE);
                try (ResultSet rows = statement.executeQuery(query)) {
                    hand(rows, reader);
                }
            }
        }
    }

    private static void hand(ResultSet rows, Reader reader) throws SQLException, IOException {
        Set<String> columns = columns(rows);
        Columns.check(columns);
        long number = 0;
        while (rows.next()) {
            number++;
            Texts texts = new Texts(rows, columns);
            SourceRow row = SourceRow.of(number, 0, texts);
            texts.failIfBroken();
            reader.row(row, -1);
        }
    }

    private static Set<String> columns(ResultSet rows) throws SQLException {
        Set<String> names = new HashSet<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            names.add(rows.getMetaData().getColumnLabel(column).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** The present row, as text. */
    private static final class Texts implements SourceRow.Fields {

        private final ResultSet rows;
        private final Set<String> columns;
        private SQLException broken;

        Texts(ResultSet rows, Set<String> columns) {
            this.rows = rows;
            this.columns = columns;
        }

        @Override
        public String get(String column) {
            if (!columns.contains(column)) {
                return null;
            }
            try {
                String value = rows.getString(column);
                return value == null || value.isEmpty() ? null : value;
            } catch (SQLException e) {
                broken = e;
                return null;
            }
        }

        void failIfBroken() throws SQLException {
            if (broken != null) {
                throw broken;
            }
        }
    }
}
