package io.keyward.it.harness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What Keycloak's database holds, and a hand on its clock: rows can be made old. */
public final class Database {

    /** Opens connections to one database. */
    public interface Connections {
        Connection open() throws SQLException;
    }

    private final Connections connections;

    public Database(Connections connections) {
        this.connections = connections;
    }

    /** The tables of Keyward, without the ones that Liquibase keeps for it. */
    public List<String> keywardTables() {
        return strings("select table_name from information_schema.tables where table_schema = current_schema()"
                + " and table_name like 'keyward\\_%' order by 1");
    }

    /** How many rows each table of Keyward holds for a realm; tables without any are left out. */
    public Map<String, Long> rowsOfRealm(String realmId) {
        return rows("realm_id", realmId);
    }

    /** How many rows each table of Keyward that knows users holds for one; tables without any are left out. */
    public Map<String, Long> rowsOfUser(String userId) {
        return rows("user_id", userId);
    }

    /** How many rows each table of Keyward that knows clients holds for one; tables without any are left out. */
    public Map<String, Long> rowsOfClient(String clientUuid) {
        return rows("client_id", clientUuid);
    }

    public long count(String sql, Object... values) {
        return query(sql, values, result -> {
            result.next();
            return result.getLong(1);
        });
    }

    public List<String> strings(String sql, Object... values) {
        return query(sql, values, result -> {
            List<String> found = new ArrayList<>();
            while (result.next()) {
                found.add(result.getString(1));
            }
            return found;
        });
    }

    /** Runs one statement and gives the number of rows it changed. */
    public int update(String sql, Object... values) {
        try (Connection connection = connections.open();
                PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }

    private Map<String, Long> rows(String column, String value) {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : strings(
                "select table_name from information_schema.columns where table_schema = current_schema()"
                        + " and table_name like 'keyward\\_%' and column_name = ?",
                column)) {
            long found = count("select count(*) from " + table + " where " + column + " = ?", value);
            if (found > 0) {
                rows.put(table.toUpperCase(Locale.ROOT), found);
            }
        }
        return rows;
    }

    private interface Reader<T> {
        T read(ResultSet result) throws SQLException;
    }

    private <T> T query(String sql, Object[] values, Reader<T> reader) {
        try (Connection connection = connections.open();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet result = statement.executeQuery()) {
            return reader.read(result);
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object[] values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
