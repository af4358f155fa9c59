package io.keyward.benchmarks.load;

import io.keyward.benchmarks.load.Samples.Entry;
import io.keyward.benchmarks.proof.Comparison;
import io.keyward.benchmarks.proof.Finding;
import io.keyward.benchmarks.proof.Goal;
import io.keyward.benchmarks.proof.RatioPlot;
import io.keyward.benchmarks.proof.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Sign-in and refresh, the subjects being realms of one server: what tells small differences. */
final class SharedServer extends ProofServers {

    private static final WorkloadKind REFRESH = WorkloadKind.REFRESH_RESTED;

    private static final int MOST_CLIENTS = 256;

    /** Settings that are tried out besides what ships. */
    private static final List<Subject> TUNED = List.of(Subject.KEYWARD_RS256, Subject.KEYWARD_EDDSA_LIGHT);

    SharedServer(ProofSetting setting) {
        super(setting);
    }

    @Override
    public String title() {
        return "Realms of one server: sign-in and refresh";
    }

    @Override
    public int startSeconds() {
        return 80;
    }

    @Override
    List<String> words() {
        return List.of(
                "--one-server",
                "--subjects",
                "new-realm,plain,plain-revoke,keyward,keyward-no-rotation,keyward-rs256,keyward-eddsa-light",
                "--cached",
                "250000",
                "--scope",
                "openid",
                "--once",
                setting().of(500, 40),
                "--warm-up",
                setting().of(6, 1),
                "--seconds",
                setting().of(3, 1));
    }

    @Override
    public List<Section> sections() {
        return List.of(
                section("sign-in", "Sign-in", 210, this::signIn),
                section("refresh", "Refresh, with and without rotation", 200, this::refresh),
                section("defaults", "Refresh with the defaults that ship", 160, this::defaults),
                section("clients-refresh", "Refresh by many clients at once", 130, this::clients),
                section("profile-refresh", "Profile of a refresh", 45, this::profile));
    }

    private Section section(String id, String title, int seconds, Function<Instant, Finding> work) {
        return new Section(id, title, setting().options().of(seconds, 45), work);
    }

    private Finding signIn(Instant end) {
        LoadOptions options =
                options("--workloads", "code,password", "--rounds", setting().of(10, 1));
        Samples samples = measure(these(Subject.PLAIN, Subject.KEYWARD), options, end);
        return finding(
                "sign-in",
                "Known devices; Argon2, Keycloak's default, is most of it in both.",
                samples,
                List.of(
                        Comparison.of(
                                "sign-in by login form and code, Keyward ÷ Keycloak",
                                samples.ratio(WorkloadKind.CODE, Subject.KEYWARD, Subject.PLAIN),
                                Goal.atLeast(0.97)),
                        Comparison.of(
                                "sign-in by password grant, Keyward ÷ Keycloak",
                                samples.ratio(WorkloadKind.PASSWORD, Subject.KEYWARD, Subject.PLAIN),
                                Goal.atLeast(0.97))));
    }

    private Finding refresh(Instant end) {
        LoadOptions options =
                options("--workloads", REFRESH.id(), "--rounds", setting().of(12, 1));
        Samples samples = measure(
                these(Subject.PLAIN, Subject.PLAIN_REVOKE, Subject.KEYWARD, Subject.KEYWARD_NO_ROTATION), options, end);
        return finding(
                "refresh",
                "%d sessions a turn, each once; the same signature algorithm for all.".formatted(options.once()),
                samples,
                List.of(
                        Comparison.of(
                                "refresh, Keyward ÷ Keycloak's own rotation",
                                samples.ratio(REFRESH, Subject.KEYWARD, Subject.PLAIN_REVOKE),
                                Goal.atLeast(1)),
                        Comparison.of(
                                "refresh, Keyward ÷ Keycloak without rotation",
                                samples.ratio(REFRESH, Subject.KEYWARD, Subject.PLAIN)),
                        Comparison.of(
                                "refresh, Keyward, rotation off ÷ Keycloak without rotation",
                                samples.ratio(REFRESH, Subject.KEYWARD_NO_ROTATION, Subject.PLAIN))));
    }

    private Finding defaults(Instant end) {
        LoadOptions options =
                options("--workloads", REFRESH.id(), "--rounds", setting().of(10, 1));
        List<RunningSubject> subjects = new ArrayList<>(these(Subject.NEW_REALM, Subject.KEYWARD));
        TUNED.forEach(tuned -> subjects.add(the(tuned)));
        Samples samples = measure(subjects, options, end);
        List<Comparison> comparisons = new ArrayList<>(List.of(Comparison.of(
                "refresh, the realm that ships ÷ a new realm of Keycloak's",
                samples.ratio(REFRESH, Subject.KEYWARD, Subject.NEW_REALM),
                Goal.atLeast(1.9))));
        TUNED.forEach(tuned -> comparisons.add(Comparison.of(
                "refresh, %s ÷ a new realm of Keycloak's".formatted(tuned.title()),
                samples.ratio(REFRESH, tuned, Subject.NEW_REALM))));
        return finding(
                "defaults",
                "*A new realm* is what somebody gets who makes one in the console and changes nothing: RS256, no rotation.",
                samples,
                comparisons);
    }

    private Finding clients(Instant end) {
        ClientLevels levels = new ClientLevels(
                "clients-refresh",
                "Refresh, each session once a turn",
                new Entry(Subject.KEYWARD, REFRESH),
                new Entry(Subject.PLAIN, REFRESH),
                clients -> options(
                        "--workloads",
                        REFRESH.id(),
                        "--connections",
                        String.valueOf(clients),
                        "--once",
                        String.valueOf(sessions(clients))));
        // The pool has some turns of them, and turns of hundreds of clients are few.
        LoadOptions most = options(
                "--workloads",
                REFRESH.id(),
                "--warm-up",
                "1",
                "--once",
                String.valueOf(sessions(MOST_CLIENTS) * 3 / 5));
        Lineup lineup = Lineup.of(
                        these(Subject.PLAIN, Subject.KEYWARD), most, setting().progress())
                .prepare(most, 1);
        return levels.measure(lineup, setting().options().of(4, 1), end);
    }

    /** Seconds of work, and some for each client. */
    private int sessions(int clients) {
        return Math.max(
                setting().options().of(200 + 100 * Math.min(clients, 4), 20),
                clients * setting().options().of(4, 1));
    }

    private Finding profile(Instant end) {
        LoadOptions options =
                options("--workloads", "refresh-many", "--seconds", setting().of(12, 2), "--warm-up", "1");
        List<RunningSubject> subjects = these(Subject.KEYWARD, Subject.PLAIN);
        Lineup.of(subjects, options, setting().progress()).prepare(options, 1);
        return new ProfileFinding(
                        "profile-refresh",
                        subjects.stream()
                                .map(subject -> Profile.of(subject, WorkloadKind.REFRESH_MANY, options, work()))
                                .toList())
                .finding();
    }

    private Samples measure(List<RunningSubject> subjects, LoadOptions options, Instant end) {
        return Lineup.of(subjects, options, setting().progress())
                .prepare(options, options.rounds())
                .measure(options, end);
    }

    private static Finding finding(String name, String text, Samples samples, List<Comparison> comparisons) {
        return new Finding(
                comparisons,
                text + "\n\n" + samples.table(),
                Map.of(name + ".csv", new SamplesCsv(samples.all()).text()),
                List.of(new RatioPlot(name, "Units per second, ratios", comparisons)));
    }
}
