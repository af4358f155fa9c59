package io.keyward.benchmarks.load;

import io.keyward.stack.KeywardStack;
import io.keyward.stack.StackBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A subject with a Keycloak node and a PostgreSQL server of its own, and people who have accounts there. */
final class RunningSubject implements AutoCloseable {

    private final Subject subject;
    private final KeywardStack stack;
    private final Wrk wrk;
    private final Path people;
    private final SessionPool pool;
    private final Meter meter;
    private final LoginPages loginPages;
    private final DeviceOwners deviceOwners;
    private final RealmAdmin admin;

    private RunningSubject(
            Subject subject,
            KeywardStack stack,
            Wrk wrk,
            Path people,
            SessionPool pool,
            DeviceOwners deviceOwners,
            RealmAdmin admin) {
        this.subject = subject;
        this.stack = stack;
        this.wrk = wrk;
        this.people = people;
        this.pool = pool;
        this.deviceOwners = deviceOwners;
        this.admin = admin;
        this.meter = new Meter(stack);
        this.loginPages = new LoginPages(tokenEndpoint());
    }

    static RunningSubject start(Subject subject, Path root, Path work, LoadOptions options, Consumer<String> progress) {
        // So many that nobody's sign-in meets the end of their last one, which brute-force protection books later.
        People people = new People(options.connections() * 16, 500);
        Path folder = work.resolve(subject.id());
        Path realm = SubjectRealm.write(root, subject, people, folder.resolve("realm"));
        StackBuilder builder = KeywardStack.builder()
                .realmFile(realm)
                .durable()
                .prepared()
                .databaseSetting("shared_preload_libraries", "pg_stat_statements,auto_explain")
                .heap("1g")
                .jvmFlags("-Xms1g", "-XX:+UseG1GC")
                .logs(folder.resolve("logs"))
                .progress(progress);
        if (subject.keyward()) {
            builder.providerJar(root.resolve("providers/target/keyward.jar"))
                    .providerJar(root.resolve("themes/target/keyward-themes.jar"));
            options.retentionInterval()
                    .ifPresent(interval ->
                            builder.runtimeOption("--spi-keyward-device-session--jpa--retention-interval=" + interval));
        }
        KeywardStack stack = builder.start();
        try {
            Wrk wrk = new Wrk(root.resolve("benchmarks/src/main/lua"), options.connections());
            Path signIns = Files.write(folder.resolve("people"), people.signIns());
            RealmAdmin admin = new RealmAdmin(stack.baseUrl(), stack.admin());
            SessionPool pool = new SessionPool(admin, people, wrk, tokenEndpoint(stack), folder);
            DeviceOwners owners = new DeviceOwners(
                    people.signIns().subList(0, options.connections() * 2),
                    new TokenRequests(tokenEndpoint(stack)),
                    admin);
            return new RunningSubject(subject, stack, wrk, signIns, pool, owners, admin);
        } catch (IOException e) {
            stack.close();
            throw new UncheckedIOException(e);
        }
    }

    Subject subject() {
        return subject;
    }

    KeywardStack stack() {
        return stack;
    }

    Slice run(LoadScript script) {
        return wrk.run(script, tokenEndpoint());
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

    URI tokenEndpoint() {
        return tokenEndpoint(stack);
    }

    @Override
    public void close() {
        stack.close();
    }

    private static URI tokenEndpoint(KeywardStack stack) {
        return stack.baseUrl().resolve("/realms/" + SubjectRealm.NAME + "/protocol/openid-connect/token");
    }
}
