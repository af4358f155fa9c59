package io.keyward.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How to reach the stack's PostgreSQL. The account is a superuser. */
public record Database(String jdbcUrl, String username, String password) {

    /** Opens a connection of its own; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, username, password);
    }
}
