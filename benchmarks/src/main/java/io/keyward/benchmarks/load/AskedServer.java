package io.keyward.benchmarks.load;

import io.keyward.benchmarks.load.Samples.Entry;
import io.keyward.benchmarks.proof.Comparison;
import io.keyward.benchmarks.proof.Finding;
import io.keyward.benchmarks.proof.Goal;
import io.keyward.benchmarks.proof.LinePlot;
import io.keyward.benchmarks.proof.RatioPlot;
import io.keyward.benchmarks.proof.Section;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is asked about sessions, the subjects being realms of one server; and sessions that grow in number. */
final class AskedServer extends ProofServers {

    private static final Entry CHECK = new Entry(Subject.KEYWARD, WorkloadKind.CHECK);
    private static final Entry EVERY = new Entry(Subject.KEYWARD_FILLED, WorkloadKind.CHECK_EVERY);
    private static final Entry PLAIN = new Entry(Subject.PLAIN, WorkloadKind.USERINFO);

    AskedServer(ProofSetting setting) {
        super(setting);
    }

    @Override
    public String title() {
        return "Realms of one server: what is asked about sessions";
    }

    @Override
    public int startSeconds() {
        return 55;
    }

    @Override
    List<String> words() {
        return List.of(
                "--one-server",
                "--subjects",
                "plain,keyward,keyward-filled",
                "--workloads",
                "check",
                "--cached",
                "250000",
                "--sessions",
                setting().of(1_000, 100),
                "--asked",
                setting().of(20_000, 200),
                "--warm-up",
                setting().of(4, 1),
                "--seconds",
                setting().of(3, 1));
    }

    @Override
    public List<Section> sections() {
        return List.of(
                new Section(
                        "check",
                        "Introspection, userinfo, /check",
                        setting().options().of(170, 40),
                        this::check),
                new Section(
                        "sessions", "Growth: live sessions", setting().options().of(220, 60), this::sessions),
                new Section(
                        "clients-check",
                        "/check by many clients at once",
                        setting().options().of(110, 50),
                        this::clients),
                new Section(
                        "profile-check",
                        "Profile of a /check",
                        setting().options().of(30, 20),
                        this::profile));
    }

    private Finding check(Instant end) {
        LoadOptions options = options(
                "--workloads",
                "well-known,userinfo,introspection,check,check-bearer",
                "--rounds",
                setting().of(8, 1));
        Samples samples = Lineup.of(these(Subject.KEYWARD), options, setting().progress())
                .prepare(options, options.rounds())
                .measure(options, end);
        List<Comparison> goals = List.of(
                goal(samples, WorkloadKind.CHECK, WorkloadKind.WELL_KNOWN, 0.8),
                goal(samples, WorkloadKind.CHECK, WorkloadKind.USERINFO, 1),
                goal(samples, WorkloadKind.CHECK, WorkloadKind.INTROSPECTION, 1.5),
                goal(samples, WorkloadKind.CHECK_BEARER, WorkloadKind.WELL_KNOWN, 0.8),
                goal(samples, WorkloadKind.CHECK_BEARER, WorkloadKind.USERINFO, 1),
                goal(samples, WorkloadKind.CHECK_BEARER, WorkloadKind.INTROSPECTION, 1.5));
        return new Finding(
                goals,
                "About one session, again and again, which is in the caches.\n\n" + samples.table(),
                Map.of("check.csv", new SamplesCsv(samples.all()).text()),
                List.of(new RatioPlot("check", "Requests per second, ratios", goals)));
    }

    private static Comparison goal(Samples samples, WorkloadKind of, WorkloadKind to, double least) {
        return Comparison.of(
                of.title().replace(", one session", "") + " ÷ " + to.title().replace(", one session", ""),
                samples.ratio(new Entry(Subject.KEYWARD, of), new Entry(Subject.KEYWARD, to)),
                Goal.atLeast(least));
    }

    private Finding sessions(Instant end) {
        LiveSessions live = the(Subject.KEYWARD_FILLED).liveSessions();
        SortedMap<Long, List<Sample>> stages = new TreeMap<>();
        LoadOptions options = options("--rounds", setting().of(5, 1));
        Lineup lineup =
                new Lineup(List.of(entrant(CHECK), entrant(EVERY)), setting().progress());
        int[] counts = setting().options().smoke() ? new int[] {100, 400} : new int[] {1_000, 10_000, 200_000};
        for (int stage = 0; stage < counts.length; stage++) {
            if (live.count() < counts[stage]) {
                live.grow(counts[stage]);
                setting().progress().accept("%,d live sessions".formatted(live.count()));
            }
            stages.put(
                    (long) counts[stage],
                    lineup.prepare(options, options.rounds())
                            .measure(options, Stages.end(end, counts.length - stage))
                            .all());
        }
        GrowthCurve curve = new GrowthCurve(CHECK, EVERY, stages);
        String what = "/check by cookie";
        return new Finding(
                List.of(curve.whole(what, "live sessions")),
                "Sessions are asked about in turn; of more than %,d, so many that were drawn at random. Caches have room for all, and each that is asked about\nwas so before.\n\n"
                                .formatted(options.asked())
                        + Stages.tables(stages, "live sessions"),
                Map.of("sessions.csv", new StagesCsv("sessions", stages).text()),
                List.of(new LinePlot(
                        "sessions",
                        "Time of a /check by live sessions",
                        "live sessions",
                        "times as long as with the fewest",
                        false,
                        List.of(curve.line(what)),
                        Optional.of(GrowthCurve.goal()))));
    }

    private Finding clients(Instant end) {
        Lineup lineup =
                new Lineup(List.of(entrant(PLAIN), entrant(CHECK)), setting().progress());
        LoadOptions usual = options("--warm-up", setting().of(3, 1));
        lineup.prepare(usual, 1);
        return new ClientLevels(
                        "clients-check",
                        "Keyward's /check and plain Keycloak's userinfo",
                        CHECK,
                        PLAIN,
                        clients -> options(
                                "--connections",
                                String.valueOf(clients),
                                "--seconds",
                                setting().of(2, 1)))
                .measure(lineup, setting().options().of(4, 1), end);
    }

    private Finding profile(Instant end) {
        LoadOptions options = options("--seconds", setting().of(8, 2));
        return new ProfileFinding(
                        "profile-check",
                        List.of(
                                Profile.of(the(Subject.KEYWARD), WorkloadKind.CHECK, options, work()),
                                Profile.of(the(Subject.PLAIN), WorkloadKind.USERINFO, options, work())))
                .finding();
    }

    private Lineup.Entrant entrant(Entry entry) {
        return new Lineup.Entrant(the(entry.subject()), entry.kind());
    }
}
