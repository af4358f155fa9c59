package io.keyward.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Says what a {@link KeywardStack} is made of. Nothing is checked or started before {@link #start()}. What is not asked
 * for: no jars, no realms, free ports, one node, data and logs that go with the stack, a database that is quick rather
 * than durable, a JVM that starts rather than runs fast.
 */
public final class StackBuilder {

    private static final List<String> QUICK_TO_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final List<Path> jars = new ArrayList<>();
    private final List<Path> realmFiles = new ArrayList<>();
    private final List<String> buildOptions = new ArrayList<>();
    private final List<String> runtimeOptions = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, String> databaseSettings = new LinkedHashMap<>();
    private Path cache = defaultCache();
    private Path users;
    private Path data;
    private Path logs;
    private int http;
    private int management;
    private int mailPage;
    private int smtp;
    private int databasePort;
    private int nodes = 1;
    private boolean clustered;
    private boolean durable;
    private boolean prepared;
    private String heap = "640m";
    private List<String> jvmFlags = QUICK_TO_START;
    private Consumer<String> progress = line -> {};

    StackBuilder() {}

    /** Takes the packaged jars and the realm definition from a checkout of Keyward. */
    public StackBuilder project(Path root) {
        providerJar(root.resolve("providers/target/keyward.jar").normalize());
        providerJar(root.resolve("themes/target/keyward-themes.jar").normalize());
        return realmFilesOf(root.resolve("realm-config").normalize());
    }

    /** Adds a jar to Keycloak's providers; it must be packaged by the time of the start. */
    public StackBuilder providerJar(Path jar) {
        jars.add(jar.toAbsolutePath());
        return this;
    }

    /**
     * Adds a file to be imported at the first start on empty data, under its own name: Keycloak knows
     * {@code <realm>-realm.json} and {@code <realm>-users-<n>.json}.
     */
    public StackBuilder realmFile(Path file) {
        realmFiles.add(file.toAbsolutePath());
        return this;
    }

    /** Adds each JSON file of a folder, as {@link #realmFile} does. */
    public StackBuilder realmFilesOf(Path folder) {
        if (!Files.isDirectory(folder)) {
            return this;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(this::realmFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Adds the people of a file, its top-level {@code users}, to the one realm definition while it is imported. */
    public StackBuilder users(Path file) {
        this.users = file.toAbsolutePath();
        return this;
    }

    /** Where servers are unpacked and built; several stacks may share it. By default {@code ~/.cache/keyward}. */
    public StackBuilder cache(Path folder) {
        this.cache = folder.toAbsolutePath();
        return this;
    }

    /** Keeps the database in this folder, and goes on with what is there. Mails are not kept. */
    public StackBuilder data(Path folder) {
        this.data = folder.toAbsolutePath();
        return this;
    }

    /** Writes the logs of Keycloak and PostgreSQL here; by default into a folder of the cache. */
    public StackBuilder logs(Path folder) {
        this.logs = folder.toAbsolutePath();
        return this;
    }

    /** The first node's port; 0 for any free one. Further nodes always get free ones. */
    public StackBuilder port(int port) {
        this.http = port;
        return this;
    }

    /** The first node's port for health and metrics; 0 for any free one. */
    public StackBuilder managementPort(int port) {
        this.management = port;
        return this;
    }

    /** 0 for any free one. */
    public StackBuilder mailPagePort(int port) {
        this.mailPage = port;
        return this;
    }

    /** 0 for any free one. */
    public StackBuilder smtpPort(int port) {
        this.smtp = port;
        return this;
    }

    /** 0 for any free one. */
    public StackBuilder databasePort(int port) {
        this.databasePort = port;
        return this;
    }

    /** How many nodes share the database; more than one form a cluster. */
    public StackBuilder nodes(int count) {
        this.nodes = count;
        this.clustered = count > 1 || clustered;
        return this;
    }

    /** Uses the cluster's caches even for a single node. Slower to start by some seconds. */
    public StackBuilder clustered() {
        this.clustered = true;
        return this;
    }

    /** Makes PostgreSQL wait for the disk at each commit: for tests of durability and for benchmarks. */
    public StackBuilder durable() {
        this.durable = true;
        return this;
    }

    /** Starts PostgreSQL with this setting, such as {@code shared_preload_libraries}. */
    public StackBuilder databaseSetting(String name, String value) {
        databaseSettings.put(name, value);
        return this;
    }

    /**
     * Starts from a copy of a database in which the schema exists already. The first stack with the same jars makes it,
     * which takes it some 15 s longer; each later one saves about 8 s.
     */
    public StackBuilder prepared() {
        this.prepared = true;
        return this;
    }

    /** Adds an option of {@code kc.sh build}, such as {@code --features=token-exchange}. */
    public StackBuilder buildOption(String option) {
        buildOptions.add(option);
        return this;
    }

    /** Adds an option of {@code kc.sh start}, such as {@code --log-level=DEBUG}, to every node. */
    public StackBuilder runtimeOption(String option) {
        runtimeOptions.add(option);
        return this;
    }

    /** Adds each option, as {@link #buildOption} and {@link #runtimeOption} do. */
    public StackBuilder options(KeycloakOptions options) {
        options.build().forEach(this::buildOption);
        options.runtime().forEach(this::runtimeOption);
        return this;
    }

    /** Sets an environment variable of Keycloak, where realm files find their placeholders. */
    public StackBuilder environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** The most heap a node may use, as in {@code -Xmx}. */
    public StackBuilder heap(String size) {
        this.heap = size;
        return this;
    }

    /** Replaces the JVM flags that trade speed for a quick start; none for benchmarks. The heap is set apart. */
    public StackBuilder jvmFlags(String... flags) {
        this.jvmFlags = List.of(flags);
        return this;
    }

    /** Is told what takes long, one line per step, on the thread that starts the stack. */
    public StackBuilder progress(Consumer<String> listener) {
        this.progress = listener;
        return this;
    }

    /**
     * Starts everything and returns when all nodes are ready.
     *
     * @throws StackException when something is missing; whatever was started is ended by then
     */
    public KeywardStack start() {
        return KeywardStack.start(settings());
    }

    private StackSettings settings() {
        List<String> flags = new ArrayList<>(jvmFlags);
        flags.add("-Xmx" + heap);
        return new StackSettings(
                new StackFolders(cache),
                Optional.ofNullable(data),
                Optional.ofNullable(logs),
                List.copyOf(jars),
                List.copyOf(realmFiles),
                Optional.ofNullable(users),
                new StackSettings.PortWishes(http, management, mailPage, smtp, databasePort),
                nodes,
                clustered,
                durable,
                Map.copyOf(databaseSettings),
                prepared,
                List.copyOf(buildOptions),
                List.copyOf(runtimeOptions),
                Map.copyOf(environment),
                List.copyOf(flags),
                new Progress(progress));
    }

    private static Path defaultCache() {
        String given = System.getProperty("keyward.cache", "");
        return given.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache", "keyward") : Path.of(given);
    }
}
