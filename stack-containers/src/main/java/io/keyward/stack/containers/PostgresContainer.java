package io.keyward.stack.containers;

import io.keyward.stack.Database;
import java.sql.Connection;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** PostgreSQL of the official image, in memory that goes with the container. */
final class PostgresContainer {

    private static final String NAME = "keycloak";

    private final int port = HostContainer.freePort();
    private final GenericContainer<?> container =
            HostContainer.onHost(new GenericContainer<>(DockerImageName.parse("postgres:18")));

    static PostgresContainer started() {
        PostgresContainer postgres = new PostgresContainer();
        postgres.container
                .withEnv("POSTGRES_DB", NAME)
                .withEnv("POSTGRES_USER", NAME)
                .withEnv("POSTGRES_PASSWORD", NAME)
                .withCommand("postgres", "-p", String.valueOf(postgres.port), "-c", "listen_addresses=127.0.0.1")
                .start();
        HostContainer.await(postgres.container, "PostgreSQL", () -> {
            try (Connection connection = postgres.database().connect()) {
                return connection.isValid(5);
            }
        });
        return postgres;
    }

    Database database() {
        return new Database("jdbc:postgresql://127.0.0.1:" + port + "/" + NAME, NAME, NAME);
    }

    void stop() {
        container.stop();
    }
}
