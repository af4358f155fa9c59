package io.keyward.benchmarks.load;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What the benchmark was called with.
 *
 * @param subjects in this order
 * @param workloads in this order
 * @param rounds how often each subject has its turn with each workload
 * @param seconds how long a turn lasts, where time ends it
 * @param warmUp how many seconds of each workload come before the first round
 * @param connections how many requests are under way at once
 * @param once how many sessions a turn of the workload {@code refresh-once} takes
 * @param profile whether each subject has one more turn under Java's flight recorder
 * @param oneServer whether the subjects are realms of one server, which has Keyward
 * @param devices how many devices fill the tables in the growth benchmark; there are three times as many sessions
 * @param samples how often each form is sent in the mail and timing benchmarks, for each subject, with a known and with an unknown address
 * @param hashes which algorithms for passwords, in the timing benchmark
 * @param mails how many mails wait for the server in the mail benchmark
 * @param sessions how many live, where many are asked about
 * @param cached how many sessions and people Keycloak's caches hold, or 0 for as many as Keycloak says
 * @param asked about how many of the live sessions somebody asks, or 0 for about all
 * @param smallHeap whether the heap begins small and grows, as Keycloak's script has it
 * @param scope that sign-ins ask for, or empty
 * @param name of the folder below {@code benchmarks/results}
 */
record LoadOptions(
        List<Subject> subjects,
        List<WorkloadKind> workloads,
        int rounds,
        int seconds,
        int warmUp,
        int connections,
        int once,
        boolean profile,
        boolean oneServer,
        int devices,
        int samples,
        List<TimingBenchmark.Hash> hashes,
        int mails,
        int sessions,
        int cached,
        int asked,
        boolean smallHeap,
        String scope,
        String name,
        boolean help) {

    static final String USAGE = """
            Loads Keycloak and Keycloak with Keyward in turn and writes a report to benchmarks/results.

            Usage: benchmarks/load [--growth | --mail | --timing | --check | --defaults] [options]
              --growth           not Keycloak and Keyward, but Keyward with few devices and with a million
              --mail             mails and the forms that send them, with a mail server that takes its time
              --timing           whether the time of an answer tells which addresses have an account
              --check            /check of the session API beside userinfo, introspection and .well-known, with one live
                                 session and with many
              --defaults         refresh as it ships and with other settings beside a new realm of Keycloak's
              --subjects A,B     of new-realm, plain, plain-revoke, keyward, keyward-no-rotation, keyward-filled, and with
                                 other settings keyward-rs256, -ps256, -es256, -eddsa, -rs256-light, -es256-light,
                                 -eddsa-light, -es256-few, -eddsa-few
              --workloads A,B    of password, page, code, refresh-busy, refresh-many, refresh-once, devices-own,
                                 devices-admin, devices-page, refresh-rested, unseen, well-known, userinfo, introspection, check, check-bearer,
                                 check-every, userinfo-every
              --rounds N         turns of each subject with each workload (default 8; with --mail 3,
                                 with --check and --defaults 6)
              --seconds N        length of a turn (default 10; with --check and --defaults 4)
              --warm-up N        seconds of each workload before the first round (default 20; with --check and
                                 --defaults 8)
              --connections N    requests under way at once (default 8)
              --once N           sessions of a turn of refresh-once (default 2000; with --defaults 1000)
              --one-server       the subjects are realms of one server, with Keyward installed: what tells small
                                 differences of refresh, since no two Java processes are equally fast
              --devices N        devices in the filled tables (default 1000000)
              --samples N        forms of each kind and subject, with known and with unknown addresses (default 150; with
                                 --timing 1000)
              --hashes A,B       of argon2, bcrypt: with which the timing benchmark hashes passwords
              --mails N          mails that wait for the server (default 2000)
              --sessions N       live sessions of the filled realm, with --check (default 200000)
              --cached N         sessions and people that Keycloak's caches hold, and a heap of 3 GB for them; 0 for what
                                 Keycloak says (default 0; with --check and --defaults 250000)
              --asked N          about how many of the live sessions somebody asks (default 0: about all)
              --small-heap       the heap begins small and grows, as Keycloak's script has it
              --scope TEXT       what sign-ins ask for (default nothing; with --defaults openid)
              --profile          one more turn of each subject under Java's flight recorder
              --name NAME        folder of the report (default load, growth, mail, timing, check or defaults)
              --help             this text
            """;

    /** Options of {@code benchmarks/load}. */
    static LoadOptions load(String... words) {
        return parse(
                Usual.of(
                        "load",
                        "plain,plain-revoke,keyward,keyward-no-rotation",
                        "password,page,code,refresh-busy,refresh-many,refresh-once"),
                words);
    }

    /** Options of {@code benchmarks/load --mail}. */
    static LoadOptions mail(String... words) {
        return parse(Usual.of("mail", "plain,keyward", "password").rounds(3), words);
    }

    /** Options of {@code benchmarks/load --timing}. */
    static LoadOptions timing(String... words) {
        return parse(Usual.of("timing", "keyward", "password").rounds(1).samples(1_000), words);
    }

    /** Options of {@code benchmarks/load --growth}. */
    static LoadOptions growth(String... words) {
        return parse(
                Usual.of("growth", "keyward,keyward-filled", "devices-own,devices-admin,refresh-once,password"), words);
    }

    /** Options of {@code benchmarks/load --check}. */
    static LoadOptions check(String... words) {
        return parse(
                Usual.of(
                                "check",
                                "keyward,keyward-filled",
                                "well-known,userinfo,introspection,check,check-bearer,check-every,userinfo-every")
                        .inOneServer(250_000, ""),
                words);
    }

    /** Options of {@code benchmarks/load --defaults}. */
    static LoadOptions defaults(String... words) {
        return parse(
                Usual.of(
                                "defaults",
                                "new-realm,plain-revoke,keyward,keyward-rs256,keyward-es256,keyward-eddsa,"
                                        + "keyward-rs256-light,keyward-es256-light,keyward-es256-few",
                                "refresh-busy,refresh-once")
                        .inOneServer(250_000, "openid"),
                words);
    }

    private static LoadOptions parse(Usual usual, String... words) {
        Words given = new Words(words, "--profile", "--one-server", "--small-heap", "--help");
        LoadOptions options = new LoadOptions(
                list(given.text("--subjects", usual.subjects())).stream()
                        .map(Subject::of)
                        .toList(),
                list(given.text("--workloads", usual.workloads())).stream()
                        .map(WorkloadKind::of)
                        .toList(),
                given.number("--rounds", usual.rounds()),
                given.number("--seconds", usual.seconds()),
                given.number("--warm-up", usual.warmUp()),
                given.number("--connections", 8),
                given.number("--once", usual.once()),
                given.has("--profile"),
                given.has("--one-server") || usual.oneServer(),
                given.number("--devices", 1_000_000),
                given.number("--samples", usual.samples()),
                list(given.text("--hashes", "argon2,bcrypt")).stream()
                        .map(TimingBenchmark.Hash::of)
                        .toList(),
                given.number("--mails", 2_000),
                given.number("--sessions", 200_000),
                given.number("--cached", usual.cached()),
                given.number("--asked", 0),
                given.has("--small-heap"),
                given.text("--scope", usual.scope()),
                given.text("--name", usual.name()),
                given.has("--help"));
        given.finish();
        return options;
    }

    /** Seconds between two runs of Keyward's retention job, where they are not to be the usual ones. */
    OptionalInt retentionInterval() {
        return subjects.contains(Subject.KEYWARD_FILLED) && !asks() ? OptionalInt.of(5) : OptionalInt.empty();
    }

    /** Whether anything is asked about sessions. */
    boolean asks() {
        return workloads.stream().anyMatch(kind -> kind.workload() instanceof Questions);
    }

    /** What Keycloak is told about its caches. */
    List<String> caches() {
        return cached == 0
                ? List.of()
                : Stream.of("sessions", "client-sessions", "users")
                        .map(cache -> "--spi-cache-embedded--default--%s-max-count=%d".formatted(cache, cached))
                        .toList();
    }

    /** Of a node, as in {@code -Xmx}. */
    String heap() {
        return cached == 0 ? "1g" : "3g";
    }

    /** Of a node, beside how large the heap may be. */
    String[] jvmFlags() {
        return smallHeap ? new String[] {"-XX:+UseG1GC"} : new String[] {"-Xms" + heap(), "-XX:+UseG1GC"};
    }

    Path results(Path root) {
        return root.resolve("benchmarks/results").resolve(name);
    }

    /** The documentation, unless the report goes elsewhere than usual. */
    Path plans(Path root) {
        return name.equals("growth")
                ? root.resolve("docs/query-plans.md")
                : results(root).resolve("query-plans.md");
    }

    private static List<String> list(String text) {
        return Arrays.asList(text.split(","));
    }
}
