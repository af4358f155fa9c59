package io.keyward.stack.containers;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import io.keyward.stack.AdminAccount;
import io.keyward.stack.Database;
import io.keyward.stack.KeycloakNode;
import io.keyward.stack.KeycloakOptions;
import io.keyward.stack.MailCatcher;
import io.keyward.stack.SignInStack;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.testcontainers.utility.MountableFile;

/** Keycloak, PostgreSQL and Mailpit as containers that share the machine's network. One node. */
final class ContainersStack implements SignInStack {

    private static final String IMAGE = "quay.io/keycloak/keycloak:26.7.3";
    private static final String HOME = "/opt/keycloak/";
    private static final AdminAccount ADMIN = new AdminAccount("admin", "admin");

    private final Mailpit mails;
    private final PostgresContainer postgres;
    private final ContainerNode node;

    private ContainersStack(Mailpit mails, PostgresContainer postgres, ContainerNode node) {
        this.mails = mails;
        this.postgres = postgres;
        this.node = node;
    }

    static ContainersStack start(Path project, KeycloakOptions options, Consumer<String> progress) {
        progress.accept("Starting Mailpit and PostgreSQL as containers");
        Mailpit mails = Mailpit.started();
        PostgresContainer postgres = PostgresContainer.started();
        progress.accept("Starting Keycloak as a container");
        ContainersStack stack =
                new ContainersStack(mails, postgres, node(project, options, mails, postgres.database()));
        try {
            stack.node.start();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    @Override
    public List<KeycloakNode> nodes() {
        return List.of(node);
    }

    @Override
    public AdminAccount admin() {
        return ADMIN;
    }

    @Override
    public MailCatcher mails() {
        return mails;
    }

    @Override
    public Database database() {
        return postgres.database();
    }

    @Override
    public void close() {
        node.remove();
        postgres.stop();
        mails.stop();
    }

    private static ContainerNode node(Path project, KeycloakOptions options, Mailpit mails, Database database) {
        int port = HostContainer.freePort();
        int managementPort = HostContainer.freePort();
        KeycloakContainer container = HostContainer.onHost(new KeycloakContainer(IMAGE))
                .withProductionMode()
                .withAdminUsername(ADMIN.username())
                .withAdminPassword(ADMIN.password())
                .withEnabledMetrics()
                .withRamPercentage(2, 10)
                .withProviderLibsFrom(List.of(
                        project.resolve("providers/target/keyward.jar").toFile(),
                        project.resolve("themes/target/keyward-themes.jar").toFile()))
                .withCopyFileToContainer(
                        MountableFile.forHostPath(project.resolve("realm-config/keyward-realm.json"), 0644),
                        HOME + "data/import/keyward-realm.json")
                .withEnv("KC_CACHE", "local")
                .withEnv("KC_DB", "postgres")
                .withEnv("KC_DB_URL", database.jdbcUrl())
                .withEnv("KC_DB_USERNAME", database.username())
                .withEnv("KC_DB_PASSWORD", database.password())
                .withEnv("KC_HOSTNAME", "http://localhost:" + port)
                .withEnv("KC_HTTP_ENABLED", "true")
                .withEnv("KC_HTTP_HOST", "127.0.0.1")
                .withEnv("KC_HTTP_PORT", String.valueOf(port))
                .withEnv("KC_HTTP_MANAGEMENT_PORT", String.valueOf(managementPort))
                .withEnv("MAILTRAP_HOST", "127.0.0.1")
                .withEnv("MAILTRAP_PORT", String.valueOf(mails.smtpPort()));
        // A start that is not optimized builds first, and takes the options of both.
        options.build().forEach(container::withCustomCommand);
        options.runtime().forEach(container::withCustomCommand);
        return new ContainerNode(container, port, managementPort);
    }
}
