package io.keyward.benchmarks.load;

import io.keyward.benchmarks.proof.Comparison;
import io.keyward.benchmarks.proof.Finding;
import io.keyward.benchmarks.proof.RatioPlot;
import io.keyward.benchmarks.proof.Spread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What Keycloak's process holds, without and with Keyward, when nothing has happened and after load. */
final class MemoryUse {

    private final List<RunningSubject> subjects;
    private final Consumer<String> progress;
    private final List<MemorySample> samples = new ArrayList<>();

    /** @param idle what was seen before; if nothing was, what is there now counts */
    MemoryUse(List<RunningSubject> subjects, List<MemorySample> idle, Consumer<String> progress) {
        this.subjects = subjects;
        this.progress = progress;
        samples.addAll(idle);
    }

    Finding measure(LoadOptions options, Instant end) {
        if (samples.isEmpty()) {
            look(false, 1);
        }
        Lineup lineup = Lineup.of(subjects, options, progress).prepare(options, options.rounds());
        for (int round = 1;
                round <= options.rounds() && (round == 1 || Instant.now().isBefore(end));
                round++) {
            lineup.round(round, options);
            look(true, round);
        }
        return finding();
    }

    private void look(boolean loaded, int round) {
        for (RunningSubject subject : subjects) {
            MemorySample sample = new MemorySample(
                    subject.subject(), loaded, round, Memory.of(subject.meter().keycloakPid()));
            samples.add(sample);
            progress.accept("Memory, %s: %.0f MB resident, %.0f MB of heap"
                    .formatted(
                            subject.subject().title(),
                            sample.memory().resident(),
                            sample.memory().heap()));
        }
    }

    private Finding finding() {
        List<Comparison> comparisons = new ArrayList<>();
        StringBuilder text = new StringBuilder("""
                After a full garbage collection. The heap begins small and may grow to 1 GB; it holds the caches. *Idle*: seconds after the start,
                each time another process. *After load*: sign-ins, refreshes and login pages, the same process in each round.

                | | | resident, MB | heap, MB | classes, MB |
                |---|---|---|---|---|
                """);
        for (boolean loaded : new boolean[] {false, true}) {
            String when = loaded ? "after load" : "idle";
            for (RunningSubject subject : subjects) {
                text.append("| %s | %s | %s | %s | %s |\n"
                        .formatted(
                                when,
                                subject.subject().title(),
                                Spread.of(figures(subject.subject(), loaded, Memory::resident))
                                        .text(0),
                                Spread.of(figures(subject.subject(), loaded, Memory::heap))
                                        .text(0),
                                Spread.of(figures(subject.subject(), loaded, Memory::metaspace))
                                        .text(0)));
            }
            comparisons.add(ratio(when + ", resident, Keyward ÷ Keycloak", loaded, Memory::resident));
            comparisons.add(ratio(when + ", heap, Keyward ÷ Keycloak", loaded, Memory::heap));
        }
        return new Finding(
                comparisons,
                text.toString(),
                Map.of("memory.csv", csv()),
                List.of(new RatioPlot("memory", "Memory after a full garbage collection", comparisons)));
    }

    private Comparison ratio(String what, boolean loaded, ToDoubleFunction<Memory> figure) {
        return Comparison.of(
                what,
                Spread.ofRatios(figures(Subject.KEYWARD, loaded, figure), figures(Subject.PLAIN, loaded, figure)));
    }

    private List<Double> figures(Subject subject, boolean loaded, ToDoubleFunction<Memory> figure) {
        return samples.stream()
                .filter(sample -> sample.subject() == subject && sample.loaded() == loaded)
                .map(sample -> figure.applyAsDouble(sample.memory()))
                .toList();
    }

    private String csv() {
        return "subject,when,round,resident_mb,heap_mb,metaspace_mb\n"
                + samples.stream()
                        .map(sample -> String.format(
                                Locale.ROOT,
                                "%s,%s,%d,%.1f,%.1f,%.1f%n",
                                sample.subject().id(),
                                sample.loaded() ? "loaded" : "idle",
                                sample.round(),
                                sample.memory().resident(),
                                sample.memory().heap(),
                                sample.memory().metaspace()))
                        .collect(Collectors.joining());
    }
}
