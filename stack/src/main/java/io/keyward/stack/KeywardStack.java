package io.keyward.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A stack of processes of this machine, without containers: Keycloak as released, PostgreSQL, and a mail catcher inside
 * this JVM. Everything listens on the loopback interface only.
 *
 * <p>The processes end with {@link #close()} or with this JVM, whichever comes first. After a {@code kill -9} of this JVM
 * they live on until the next stack with the same cache folder starts.
 */
public final class KeywardStack implements SignInStack {

    private static final AdminAccount ADMIN = new AdminAccount("admin", "admin");

    private final RunFolder run;
    private final Object launching = new Object();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread hook = new Thread(this::end, "keyward-stack-end");
    private final List<LocalNode> nodes = new CopyOnWriteArrayList<>();
    private volatile LocalMailCatcher mails;
    private volatile DataFolder data;
    private volatile LocalPostgres postgres;
    private volatile Supplier<LocalPostgres> database;

    private KeywardStack(RunFolder run) {
        this.run = run;
    }

    public static StackBuilder builder() {
        return new StackBuilder();
    }

    static KeywardStack start(StackSettings settings) {
        StackFolders folders = settings.folders();
        RunFolder.endLeftovers(folders.runs());
        claimWishes(settings.ports());
        KeycloakInstallation installation = KeycloakInstallation.of(settings, settings.progress());
        KeywardStack stack = new KeywardStack(RunFolder.create(folders.runs()));
        Runtime.getRuntime().addShutdownHook(stack.hook);
        try {
            stack.startAll(settings, installation);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    @Override
    public List<KeycloakNode> nodes() {
        return List.copyOf(nodes);
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

    /**
     * Stops PostgreSQL as an administrator does, without waiting for those who are connected, and starts it again on the same
     * port. Every connection breaks. Returns when new ones are taken.
     */
    public void restartDatabase() {
        postgres.close();
        launch(() -> postgres = database.get());
        run.note("postgresql", postgres.process());
    }

    /** Ends the program together with the stack, or as what a killed stack has left behind. */
    public void adopt(String name, Companion companion) {
        run.note("app-" + name, companion.process());
    }

    /** A folder that goes with the stack, for a program beside it. It is not made. */
    public Path folder(String name) {
        return run.resolve("app-" + name);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending and runs the hook by itself.
            return;
        }
        end();
    }

    private void startAll(StackSettings settings, KeycloakInstallation installation) {
        Path logs = StackLogs.folder(settings, run);
        mails = LocalMailCatcher.start(
                Ports.claim(settings.ports().smtp(), "mail", "--smtp-port"),
                Ports.claim(settings.ports().mailPage(), "the mail page", "--mail-port"));
        data = DataFolder.claim(settings.data().orElse(run.resolve("data")));
        if (settings.prepared() && !Files.exists(data.database())) {
            new PreparedDatabase(settings, installation).copyTo(data.database());
        }
        settings.progress().step("Starting PostgreSQL");
        int port = Ports.claim(settings.ports().database(), "PostgreSQL", "--database-port");
        database = () -> LocalPostgres.start(
                data.database(),
                settings.folders().postgresBinaries(),
                port,
                settings.durable(),
                settings.databaseSettings(),
                logs.resolve("postgresql.log"));
        launch(() -> postgres = database.get());
        run.note("postgresql", postgres.process());
        startNodes(settings, installation, logs);
    }

    private void startNodes(StackSettings settings, KeycloakInstallation installation, Path logs) {
        int issuerPort = Ports.claim(settings.ports().http(), "Keycloak", "--port");
        NodePlan plan = new NodePlan(settings, postgres.database(), ADMIN, issuerPort);
        NodeFactory factory = new NodeFactory(plan, installation, run, logs);
        for (int number = 1; number <= settings.nodes(); number++) {
            boolean first = number == 1;
            LocalNode node = factory.node(
                    new LocalNode.Address(
                            "node-" + number,
                            first ? issuerPort : Ports.claim(0, "", ""),
                            first
                                    ? Ports.claim(settings.ports().management(), "health checks", "--management-port")
                                    : Ports.claim(0, "", "")),
                    mails);
            nodes.add(node);
            settings.progress().step("Starting Keycloak (" + node.name() + ")");
            launch(node::launch);
            node.awaitReady();
        }
    }

    /** Either the process is there when the stack ends, and is ended with it, or it does not come to be. */
    private void launch(Runnable start) {
        synchronized (launching) {
            if (closed.get()) {
                throw new StackException("The stack was ended while it was starting.");
            }
            start.run();
        }
    }

    private void end() {
        if (closed.getAndSet(true)) {
            return;
        }
        synchronized (launching) {
            nodes.forEach(KeycloakNode::stop);
        }
        if (postgres != null) {
            postgres.close();
        }
        if (data != null) {
            data.close();
        }
        if (mails != null) {
            mails.close();
        }
        run.end();
    }

    /** Says so before minutes are spent on what cannot succeed. */
    private static void claimWishes(StackSettings.PortWishes ports) {
        Ports.claim(ports.http(), "Keycloak", "--port");
        Ports.claim(ports.management(), "health checks", "--management-port");
        Ports.claim(ports.mailPage(), "the mail page", "--mail-port");
        Ports.claim(ports.smtp(), "mail", "--smtp-port");
        Ports.claim(ports.database(), "PostgreSQL", "--database-port");
    }
}
