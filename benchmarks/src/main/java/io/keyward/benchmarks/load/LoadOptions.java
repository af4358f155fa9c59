package io.keyward.benchmarks.load;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

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
        String name,
        boolean help) {

    static final String USAGE = """
            Loads Keycloak and Keycloak with Keyward in turn and writes a report to benchmarks/results.

            Usage: benchmarks/load [--growth | --mail | --timing] [options]
              --growth           not Keycloak and Keyward, but Keyward with few devices and with a million
              --mail             mails and the forms that send them, with a mail server that takes its time
              --timing           whether the time of an answer tells which addresses have an account
              --subjects A,B     of plain, plain-revoke, keyward, keyward-no-rotation, keyward-filled
              --workloads A,B    of password, page, code, refresh-busy, refresh-many, refresh-once, devices-own,
                                 devices-admin, devices-page
              --rounds N         turns of each subject with each workload (default 8; with --mail 3)
              --seconds N        length of a turn (default 10)
              --warm-up N        seconds of each workload before the first round (default 20)
              --connections N    requests under way at once (default 8)
              --once N           sessions of a turn of refresh-once (default 2000)
              --one-server       the subjects are realms of one server, with Keyward installed: what tells small
                                 differences of refresh, since no two Java processes are equally fast
              --devices N        devices in the filled tables (default 1000000)
              --samples N        forms of each kind and subject, with known and with unknown addresses (default 150; with
                                 --timing 1000)
              --hashes A,B       of argon2, bcrypt: with which the timing benchmark hashes passwords
              --mails N          mails that wait for the server (default 2000)
              --profile          one more turn of each subject under Java's flight recorder
              --name NAME        folder of the report (default load, growth, mail or timing)
              --help             this text
            """;

    /** Options of {@code benchmarks/load}. */
    static LoadOptions load(String... words) {
        return parse(
                "plain,plain-revoke,keyward,keyward-no-rotation",
                "password,page,code,refresh-busy,refresh-many,refresh-once",
                "load",
                8,
                150,
                words);
    }

    /** Options of {@code benchmarks/load --mail}. */
    static LoadOptions mail(String... words) {
        return parse("plain,keyward", "password", "mail", 3, 150, words);
    }

    /** Options of {@code benchmarks/load --timing}. */
    static LoadOptions timing(String... words) {
        return parse("keyward", "password", "timing", 1, 1_000, words);
    }

    /** Options of {@code benchmarks/load --growth}. */
    static LoadOptions growth(String... words) {
        return parse(
                "keyward,keyward-filled", "devices-own,devices-admin,refresh-once,password", "growth", 8, 150, words);
    }

    private static LoadOptions parse(
            String subjects, String workloads, String name, int rounds, int samples, String... words) {
        Words given = new Words(words, "--profile", "--one-server", "--help");
        LoadOptions options = new LoadOptions(
                list(given.text("--subjects", subjects)).stream()
                        .map(Subject::of)
                        .toList(),
                list(given.text("--workloads", workloads)).stream()
                        .map(WorkloadKind::of)
                        .toList(),
                given.number("--rounds", rounds),
                given.number("--seconds", 10),
                given.number("--warm-up", 20),
                given.number("--connections", 8),
                given.number("--once", 2_000),
                given.has("--profile"),
                given.has("--one-server"),
                given.number("--devices", 1_000_000),
                given.number("--samples", samples),
                list(given.text("--hashes", "argon2,bcrypt")).stream()
                        .map(TimingBenchmark.Hash::of)
                        .toList(),
                given.number("--mails", 2_000),
                given.text("--name", name),
                given.has("--help"));
        given.finish();
        return options;
    }

    /** Seconds between two runs of Keyward's retention job, where they are not to be the usual ones. */
    OptionalInt retentionInterval() {
        return subjects.contains(Subject.KEYWARD_FILLED) ? OptionalInt.of(5) : OptionalInt.empty();
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
