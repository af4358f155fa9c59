package io.keyward.benchmarks.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Who takes turns with what. One of them is loaded at a time, in another order in each round. */
final class Lineup {

    /** A subject with something to do. */
    record Entrant(RunningSubject subject, WorkloadKind kind) {}

    private final List<Entrant> entrants;
    private final Consumer<String> progress;

    Lineup(List<Entrant> entrants, Consumer<String> progress) {
        this.entrants = List.copyOf(entrants);
        this.progress = progress;
    }

    /** Every subject with every workload. */
    static Lineup of(List<RunningSubject> subjects, LoadOptions options, Consumer<String> progress) {
        return new Lineup(
                options.workloads().stream()
                        .flatMap(kind -> subjects.stream().map(subject -> new Entrant(subject, kind)))
                        .toList(),
                progress);
    }

    /** Fills the pools for so many turns of each, and warms up. */
    Lineup prepare(LoadOptions options, int turns) {
        entrants.stream().map(Entrant::subject).distinct().forEach(subject -> fill(subject, options, turns));
        for (Entrant entrant : entrants) {
            progress.accept("Warming up: " + title(entrant));
            LoadScript script =
                    entrant.kind().workload().warmingUp().prepare(entrant.subject(), options, options.warmUp());
            entrant.subject().run(script, options.connections());
        }
        return this;
    }

    /** As many rounds as the options say, at least one, and none that would hardly be over in time. */
    Samples measure(LoadOptions options, Instant end) {
        List<Sample> samples = new ArrayList<>();
        Duration round = Duration.ZERO;
        for (int number = 1;
                number <= options.rounds()
                        && (number == 1 || Instant.now().plus(round).isBefore(end));
                number++) {
            Instant began = Instant.now();
            samples.addAll(round(number, options));
            round = Duration.between(began, Instant.now());
        }
        return new Samples(List.copyOf(samples));
    }

    List<Sample> round(int number, LoadOptions options) {
        List<Entrant> order = new ArrayList<>(entrants);
        Collections.rotate(order, number / 2);
        if (number % 2 == 0) {
            Collections.reverse(order);
        }
        return order.stream().map(entrant -> turn(entrant, number, options)).toList();
    }

    private Sample turn(Entrant entrant, int round, LoadOptions options) {
        RunningSubject subject = entrant.subject();
        LoadScript script = entrant.kind().workload().prepare(subject, options, options.seconds());
        Usage before = subject.meter().read();
        Slice slice = subject.run(script, options.connections());
        Sample sample = new Sample(
                entrant.kind(),
                subject.subject(),
                round,
                slice,
                subject.meter().read().since(before));
        if (slice.succeeded() == 0) {
            throw new IllegalStateException(title(entrant) + ": nothing succeeded. " + slice.failure());
        }
        progress.accept("Round %d, %s: %.1f/s, p99 %.1f ms, %d failed %s"
                .formatted(
                        round,
                        title(entrant),
                        slice.rate(),
                        slice.p99(),
                        slice.failed() + slice.broken(),
                        slice.failure()));
        return sample;
    }

    private void fill(RunningSubject subject, LoadOptions options, int turns) {
        int wanted = entrants.stream()
                .filter(entrant -> entrant.subject() == subject)
                .mapToInt(entrant -> entrant.kind().workload().pooled(options, turns)
                        + entrant.kind().workload().warmingUp().pooled(options, 1))
                .sum();
        int missing = wanted - subject.pool().size();
        if (missing > 0) {
            // The last ones are cut off when the first connection has no more to do.
            Slice filled = subject.pool().add(missing * 6 / 5 + options.connections() * 4);
            progress.accept("%s: %d sessions in the pool, %.0f/s %s"
                    .formatted(subject.subject().title(), subject.pool().size(), filled.rate(), filled.failure()));
        }
    }

    private static String title(Entrant entrant) {
        return entrant.kind().id() + ", " + entrant.subject().subject().title();
    }
}
