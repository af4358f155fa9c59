package io.keyward.benchmarks.load;

import io.keyward.benchmarks.load.Samples.Entry;
import io.keyward.benchmarks.proof.Comparison;
import io.keyward.benchmarks.proof.Finding;
import io.keyward.benchmarks.proof.Line;
import io.keyward.benchmarks.proof.LinePlot;
import io.keyward.benchmarks.proof.Spread;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/**
 * The same from one client after the other, and from hundreds at once.
 *
 * @param name of the files
 * @param what is done, in words
 * @param of with whom {@code to} is compared
 * @param options for so many clients
 */
record ClientLevels(String name, String what, Entry of, Entry to, IntFunction<LoadOptions> options) {

    static final List<Integer> LEVELS = List.of(1, 4, 16, 64, 256);

    /** Each round goes through all levels. */
    Finding measure(Lineup lineup, int rounds, Instant end) {
        SortedMap<Long, List<Sample>> levels = new TreeMap<>();
        Duration took = Duration.ZERO;
        for (int round = 1;
                round <= rounds && (round == 1 || Instant.now().plus(took).isBefore(end));
                round++) {
            Instant began = Instant.now();
            for (int level : LEVELS) {
                levels.computeIfAbsent((long) level, key -> new ArrayList<>())
                        .addAll(lineup.round(round, options.apply(level)));
            }
            took = Duration.between(began, Instant.now());
        }
        return finding(levels);
    }

    private Finding finding(SortedMap<Long, List<Sample>> levels) {
        StringBuilder text = new StringBuilder(
                "%s, by so many clients at once, each with a connection of its own.\n\n".formatted(what));
        List<Comparison> ratios = new ArrayList<>();
        levels.forEach((level, samples) -> {
            text.append("### %d at once\n\n".formatted(level)).append(new Samples(samples).table());
            ratios.add(Comparison.of(
                    "%s ÷ %s, rate, %d at once".formatted(label(of), label(to), level),
                    new Samples(samples).ratio(of, to)));
        });
        return new Finding(
                ratios,
                text.toString(),
                Map.of(name + ".csv", new StagesCsv("clients", levels).text()),
                List.of(
                        new LinePlot(
                                name + "-rate",
                                what + ": rate",
                                "clients at once",
                                "units per second",
                                false,
                                lines(levels, sample -> sample.slice().rate()),
                                Optional.empty()),
                        new LinePlot(
                                name + "-p99",
                                what + ": p99",
                                "clients at once",
                                "p99, ms",
                                true,
                                lines(levels, sample -> sample.slice().p99()),
                                Optional.empty())));
    }

    private List<Line> lines(SortedMap<Long, List<Sample>> levels, ToDoubleFunction<Sample> figure) {
        return List.of(line(of, levels, figure), line(to, levels, figure));
    }

    /** What is done is told where it is not the same. */
    private String label(Entry entry) {
        return of.kind() == to.kind() ? entry.subject().title() : entry.title();
    }

    private Line line(Entry entry, SortedMap<Long, List<Sample>> levels, ToDoubleFunction<Sample> figure) {
        SortedMap<Long, Spread> points = new TreeMap<>();
        levels.forEach((level, samples) -> points.put(level, Spread.of(new Samples(samples).figures(entry, figure))));
        return new Line(label(entry), points);
    }
}
