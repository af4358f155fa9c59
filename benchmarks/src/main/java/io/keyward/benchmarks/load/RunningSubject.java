package io.keyward.benchmarks.load;

import io.keyward.stack.KeywardStack;
import io.keyward.stack.StackBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A subject with a Keycloak node and a PostgreSQL server of its own, and people who have accounts there. */
final class RunningSubject implements AutoCloseable {

    private final Subject subject;
    private final KeywardStack stack;
    private final String realm;
    private final Wrk wrk;
    private final Path people;
    private final SessionPool pool;
    private final LoginPages loginPages;
    private final DeviceOwners deviceOwners;
    private final RealmAdmin admin;
    private final LoadOptions options;
    private final Path scripts;
    private Meter meter;
    private LiveSessions liveSessions;
    private GrownPeople grownPeople;

    private RunningSubject(
            Subject subject,
            KeywardStack stack,
            String realm,
            Wrk wrk,
            Path people,
            SessionPool pool,
            DeviceOwners deviceOwners,
            RealmAdmin admin,
            LoadOptions options,
            Path scripts) {
        this.subject = subject;
        this.stack = stack;
        this.realm = realm;
        this.wrk = wrk;
        this.people = people;
        this.pool = pool;
        this.deviceOwners = deviceOwners;
        this.admin = admin;
        this.options = options;
        this.scripts = scripts;
        this.meter = new Meter(stack);
        this.loginPages = new LoginPages(tokenEndpoint());
    }

    static RunningSubject start(Subject subject, Path root, Path work, LoadOptions options, Consumer<String> progress) {
        KeywardStack stack = stack(subject.keyward(), List.of(subject), root, work, options, progress);
        return of(subject, stack, root, work, options);
    }

    /** All subjects in one server: none has the faster Java process. */
    static List<RunningSubject> startOne(Path root, Path work, LoadOptions options, Consumer<String> progress) {
        KeywardStack stack = stack(true, options.subjects(), root, work, options, progress);
        return options.subjects().stream()
                .map(subject -> of(subject, stack, root, work, options))
                .toList();
    }

    private static KeywardStack stack(
            boolean keyward,
            List<Subject> subjects,
            Path root,
            Path work,
            LoadOptions options,
            Consumer<String> progress) {
        Path folder = folder(work, subjects.get(0));
        StackBuilder builder = KeywardStack.builder()
                .durable()
                .prepared()
                .databaseSetting("shared_preload_libraries", "pg_stat_statements,auto_explain")
                .heap(options.heap())
                .jvmFlags(options.jvmFlags())
                .logs(folder.resolve("logs"))
                .progress(progress);
        for (Subject subject : subjects) {
            builder.realmFile(SubjectRealm.write(
                    root,
                    subject,
                    options,
                    people(options),
                    folder(work, subject).resolve("realm")));
        }
        options.caches().forEach(builder::runtimeOption);
        if (keyward) {
            builder.providerJar(root.resolve("providers/target/keyward.jar"))
                    .providerJar(root.resolve("themes/target/keyward-themes.jar"));
            options.retentionInterval()
                    .ifPresent(interval ->
                            builder.runtimeOption("--spi-keyward-device-session--jpa--retention-interval=" + interval));
        }
        return builder.start();
    }

    private static RunningSubject of(Subject subject, KeywardStack stack, Path root, Path work, LoadOptions options) {
        Path folder = folder(work, subject);
        People people = people(options);
        try {
            String realm = SubjectRealm.name(subject, options);
            Wrk wrk = new Wrk(root.resolve("benchmarks/src/main/lua"), options.connections());
            Path signIns = Files.write(folder.resolve("people"), people.signIns());
            RealmAdmin admin = new RealmAdmin(stack.baseUrl(), stack.admin(), realm);
            URI tokens = tokenEndpoint(stack, realm);
            SessionPool pool = new SessionPool(admin, people, wrk, tokens, folder, options.scope());
            DeviceOwners owners = new DeviceOwners(
                    people.signIns().subList(0, options.connections() * 2), new TokenRequests(tokens), admin);
            return new RunningSubject(
                    subject,
                    stack,
                    realm,
                    wrk,
                    signIns,
                    pool,
                    owners,
                    admin,
                    options,
                    root.resolve("benchmarks/src/main/sql"));
        } catch (IOException e) {
            stack.close();
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(Path work, Subject subject) {
        return work.resolve(subject.id());
    }

    /** So many that nobody's sign-in meets the end of their last one, which brute-force protection books later. */
    private static People people(LoadOptions options) {
        return new People(options.connections() * 16, Math.max(500, TimingBenchmark.people(options)));
    }

    Subject subject() {
        return subject;
    }

    KeywardStack stack() {
        return stack;
    }

    /** Ends Keycloak in order. The database stays. */
    void stop() {
        stack.nodes().get(0).stop();
    }

    /** Starts Keycloak after {@link #stop}; returns milliseconds from the start of its process until it says that it is ready. */
    double boot() {
        long start = System.nanoTime();
        stack.nodes().get(0).start();
        double millis = (System.nanoTime() - start) / 1e6;
        meter = new Meter(stack);
        return millis;
    }

    Slice run(LoadScript script) {
        return wrk.run(script, tokenEndpoint());
    }

    /** With another number of requests under way than usual. */
    Slice run(LoadScript script, int connections) {
        return new Wrk(wrk.scripts(), connections).run(script, tokenEndpoint());
    }

    /** Where PostgreSQL logs. */
    Path databaseLog() {
        return people.resolveSibling("logs").resolve("postgresql.log");
    }

    /** The file of those whose sign-in is measured. */
    Path people() {
        return people;
    }

    SessionPool pool() {
        return pool;
    }

    Meter meter() {
        return meter;
    }

    LoginPages loginPages() {
        return loginPages;
    }

    DeviceOwners deviceOwners() {
        return deviceOwners;
    }

    RealmAdmin admin() {
        return admin;
    }

    /** Made when somebody asks for them first. */
    LiveSessions liveSessions() {
        if (liveSessions == null) {
            liveSessions = new LiveSessions(this, options, scripts);
            liveSessions.begin();
        }
        return liveSessions;
    }

    /** Made when somebody asks for them first; nobody, to begin with. */
    GrownPeople grownPeople() {
        if (grownPeople == null) {
            grownPeople = new GrownPeople(this, scripts);
        }
        return grownPeople;
    }

    /** The name of the realm. */
    String realm() {
        return realm;
    }

    /** Where the realm is, below the server's address. */
    String realmPath() {
        return "/realms/" + realm;
    }

    URI tokenEndpoint() {
        return tokenEndpoint(stack, realm);
    }

    @Override
    public void close() {
        stack.close();
    }

    private static URI tokenEndpoint(KeywardStack stack, String realm) {
        return stack.baseUrl().resolve("/realms/" + realm + "/protocol/openid-connect/token");
    }
}
