package io.keyward.benchmarks.load;

import io.keyward.benchmarks.load.Samples.Entry;
import io.keyward.benchmarks.proof.Comparison;
import io.keyward.benchmarks.proof.Finding;
import io.keyward.benchmarks.proof.Line;
import io.keyward.benchmarks.proof.LinePlot;
import io.keyward.benchmarks.proof.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** Two servers with Keyward, one of which gets more and more devices and then people. */
final class GrownServers extends ProofServers {

    private static final int SESSIONS_PER_DEVICE = 1;
    private static final int FEWEST = 1_000;

    GrownServers(ProofSetting setting) {
        super(setting);
    }

    @Override
    public String title() {
        return "Two servers with Keyward, of which one grows";
    }

    @Override
    public int startSeconds() {
        return 70;
    }

    @Override
    List<String> words() {
        return List.of(
                "--subjects",
                "keyward,keyward-filled",
                "--once",
                setting().of(400, 40),
                "--warm-up",
                setting().of(4, 1),
                "--seconds",
                setting().of(2, 1));
    }

    @Override
    public List<Section> sections() {
        return List.of(
                new Section(
                        "devices",
                        "Growth: devices; lists of devices",
                        setting().options().of(440, 90),
                        this::devices),
                new Section("users", "Growth: people", setting().options().of(250, 70), this::users));
    }

    private Finding devices(Instant end) {
        LoadOptions options = options(
                "--workloads",
                "devices-own,devices-admin,refresh-rested,password",
                "--rounds",
                setting().of(3, 1));
        GrowthBenchmark growth =
                new GrowthBenchmark(all(), options, setting().root(), setting().progress());
        growth.awaitFirstRun();
        Lineup lineup =
                Lineup.of(all(), options, setting().progress()).prepare(options, options.rounds() * counts().length);
        int[] filled = {0};
        Finding finding = grow("devices", "devices", lineup, options, end, count -> {
            growth.fill(the(Subject.KEYWARD_FILLED), filled[0], count, SESSIONS_PER_DEVICE);
            filled[0] = count;
        });
        growth.checkStillFilled(filled[0]);
        return finding;
    }

    private Finding users(Instant end) {
        LoadOptions options = options(
                "--workloads", "unseen,refresh-rested", "--rounds", setting().of(3, 1));
        for (RunningSubject subject : all()) {
            subject.admin().set("passwordPolicy", CheapHash.POLICY);
            subject.grownPeople().grow(counts()[0]);
        }
        Lineup lineup =
                Lineup.of(all(), options, setting().progress()).prepare(options, options.rounds() * counts().length);
        return grow(
                "users",
                "people",
                lineup,
                options,
                end,
                count -> the(Subject.KEYWARD_FILLED).grownPeople().grow(count));
    }

    private Finding grow(
            String name, String unit, Lineup lineup, LoadOptions options, Instant end, IntConsumer filling) {
        SortedMap<Long, List<Sample>> stages = new TreeMap<>();
        int[] counts = counts();
        for (int stage = 0; stage < counts.length; stage++) {
            filling.accept(counts[stage]);
            setting().progress().accept("%,d %s".formatted(counts[stage], unit));
            stages.put(
                    (long) counts[stage],
                    lineup.measure(options, Stages.end(end, counts.length - stage))
                            .all());
        }
        List<Comparison> whole = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (WorkloadKind kind : options.workloads()) {
            GrowthCurve curve =
                    new GrowthCurve(new Entry(Subject.KEYWARD, kind), new Entry(Subject.KEYWARD_FILLED, kind), stages);
            whole.add(curve.whole(kind.title(), unit));
            lines.add(curve.line(kind.title()));
        }
        return new Finding(
                whole,
                Stages.tables(stages, unit),
                Map.of(name + ".csv", new StagesCsv(name, stages).text()),
                List.of(new LinePlot(
                        name,
                        "Time by number of " + unit,
                        unit,
                        "times as long as with the fewest",
                        false,
                        lines,
                        Optional.of(GrowthCurve.goal()))));
    }

    private int[] counts() {
        return setting().options().smoke()
                ? new int[] {FEWEST, 2 * FEWEST}
                : new int[] {FEWEST, 100 * FEWEST, 1_000 * FEWEST};
    }
}
