package io.keyward.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/**
 * A fresh database on a real PostgreSQL, which all tests of one JVM share, with Keyward's tables as the changelog makes them
 * and as much of Keycloak's as Keyward reads. Hibernate checks at its start that entities and tables agree.
 */
public final class TestDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 120;

    private final DataSource dataSource;
    private EntityManagerFactory entityManagers;

    private TestDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public static TestDatabase create() {
        try {
            String name = "keyward_" + UUID.randomUUID().toString().replace("-", "");
            TestDatabase server = new TestDatabase(Server.POSTGRES.getPostgresDatabase());
            server.sql("create database " + name);
            TestDatabase database = new TestDatabase(Server.POSTGRES.getDatabase("postgres", name));
            database.sql("create table USER_ENTITY (ID varchar(36) primary key)");
            database.sql("create table COMPONENT (ID varchar(36) primary key)");
            database.applyChangelog();
            return database;
        } catch (SQLException | LiquibaseException e) {
            throw new IllegalStateException("no test database", e);
        }
    }

    void applyChangelog() throws SQLException, LiquibaseException {
        try (Connection connection = dataSource.getConnection()) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            database.setDatabaseChangeLogTableName("DATABASECHANGELOG_KEYWARD");
            new Liquibase(
                            new KeywardJpaEntityProvider().getChangelogLocation(),
                            new ClassLoaderResourceAccessor(),
                            database)
                    .update("");
        }
    }

    public void sql(String statement) {
        try (Connection connection = dataSource.getConnection();
                Statement jdbc = connection.createStatement()) {
            jdbc.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** All values of all rows as text, null as "null". */
    public List<List<String>> rows(String query) {
        try (Connection connection = dataSource.getConnection();
                Statement jdbc = connection.createStatement();
                ResultSet result = jdbc.executeQuery(query)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(result.getString(column)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Runs in a transaction and a persistence context of its own; an exception rolls back. */
    public <T> T inTransaction(Function<EntityManager, T> work) {
        return entityManagers().callInTransaction(work);
    }

    public void transact(Consumer<EntityManager> work) {
        entityManagers().runInTransaction(work);
    }

    private synchronized EntityManagerFactory entityManagers() {
        if (entityManagers == null) {
            Configuration hibernate = new Configuration();
            hibernate.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource);
            hibernate.setProperty(AvailableSettings.HBM2DDL_AUTO, "validate");
            new KeywardJpaEntityProvider().getEntities().forEach(hibernate::addAnnotatedClass);
            entityManagers = hibernate.buildSessionFactory();
        }
        return entityManagers;
    }

    @Override
    public void close() {
        if (entityManagers != null) {
            entityManagers.close();
        }
    }

    /** Started when first used, and stopped by a shutdown hook of its own. */
    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", String.valueOf(CONNECTIONS))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
