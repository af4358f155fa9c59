package io.keyward.it.operations;

import io.keyward.stack.Database;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * All rows of one moment, as {@code pg_dump --data-only --disable-triggers} takes them: one repeatable-read transaction, table by table,
 * by COPY. Not every machine that builds Keyward has the tool of the server's version.
 */
final class Snapshot {

    private final Map<String, byte[]> rows;

    private Snapshot(Map<String, byte[]> rows) {
        this.rows = rows;
    }

    static Snapshot of(Database database) throws SQLException, IOException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            Map<String, byte[]> rows = new LinkedHashMap<>();
            for (String table : tables(connection)) {
                ByteArrayOutputStream copy = new ByteArrayOutputStream();
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy \"" + table + "\" to stdout", copy);
                rows.put(table, copy.toByteArray());
            }
            connection.commit();
            return new Snapshot(rows);
        }
    }

    /** In place of all that is there, in one transaction. The schema is that of the same versions. */
    void into(Database database) throws SQLException, IOException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // As --disable-triggers does: rows refer to others that come later.
            statement.execute("set session_replication_role = replica");
            for (String table : tables(connection)) {
                statement.execute("truncate table \"" + table + "\" cascade");
            }
            for (Map.Entry<String, byte[]> table : rows.entrySet()) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy \"" + table.getKey() + "\" from stdin",
                                new ByteArrayInputStream(table.getValue()));
            }
            connection.commit();
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select table_name from information_schema.tables"
                        + " where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }
}
