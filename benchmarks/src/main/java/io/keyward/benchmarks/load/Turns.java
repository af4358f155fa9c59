package io.keyward.benchmarks.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Who is loaded when. All subjects run all the time; only one of them is loaded at a time. */
final class Turns {

    private final List<RunningSubject> subjects;
    private final LoadOptions options;
    private final Consumer<String> progress;

    Turns(List<RunningSubject> subjects, LoadOptions options, Consumer<String> progress) {
        this.subjects = subjects;
        this.options = options;
        this.progress = progress;
    }

    /** Fills the pools and warms the servers up. */
    void prepare() {
        for (RunningSubject subject : subjects) {
            int wanted = poolSize();
            Slice filled = subject.pool().add(wanted * 11 / 10 + options.connections() * 4);
            progress.accept("%s: %d sessions in the pool, %.0f/s %s"
                    .formatted(subject.subject().title(), subject.pool().size(), filled.rate(), filled.failure()));
        }
        for (WorkloadKind kind : options.workloads()) {
            for (RunningSubject subject : subjects) {
                progress.accept("Warming up: %s, %s"
                        .formatted(kind.id(), subject.subject().title()));
                subject.run(kind.workload().warmingUp().prepare(subject, options, options.warmUp()));
            }
        }
    }

    /** The order of the subjects is another in each round, so that none always comes first or after the same. */
    List<Sample> measure() {
        List<Sample> samples = new ArrayList<>();
        for (int round = 1; round <= options.rounds(); round++) {
            for (WorkloadKind kind : options.workloads()) {
                for (RunningSubject subject : order(round)) {
                    samples.add(sample(kind, subject, round));
                }
            }
        }
        return samples;
    }

    /** Counts the statements of each workload, in a turn that is not measured. */
    List<StatementCount> countStatements() {
        List<StatementCount> counts = new ArrayList<>();
        for (RunningSubject subject : subjects) {
            for (WorkloadKind kind : options.workloads()) {
                counts.add(StatementCount.of(subject, kind, options));
            }
        }
        return counts;
    }

    /** Watches each subject while it does the first refreshes of the chosen workloads, or the first workload. */
    List<Profile> profile(Path work) {
        List<Profile> profiles = new ArrayList<>();
        for (RunningSubject subject : subjects) {
            for (WorkloadKind kind : options.workloads()) {
                progress.accept("Profiling: %s, %s"
                        .formatted(kind.id(), subject.subject().title()));
                profiles.add(Profile.of(subject, kind, options, work));
            }
        }
        return profiles;
    }

    private Sample sample(WorkloadKind kind, RunningSubject subject, int round) {
        LoadScript script = kind.workload().prepare(subject, options, options.seconds());
        Usage before = subject.meter().read();
        Slice slice = subject.run(script);
        Sample sample = new Sample(
                kind, subject.subject(), round, slice, subject.meter().read().since(before));
        progress.accept("Round %d, %s, %s: %.1f/s, %.2f ms of processor time each, %d failed %s"
                .formatted(
                        round,
                        kind.id(),
                        subject.subject().title(),
                        slice.rate(),
                        sample.processorMillis(),
                        slice.failed() + slice.broken(),
                        slice.failure()));
        return sample;
    }

    private List<RunningSubject> order(int round) {
        List<RunningSubject> order = new ArrayList<>(subjects);
        Collections.rotate(order, round / 2);
        if (round % 2 == 0) {
            Collections.reverse(order);
        }
        return order;
    }

    private int poolSize() {
        int turns = options.rounds() + 3 + (options.profile() ? 1 : 0);
        return options.workloads().stream()
                .mapToInt(kind -> kind.workload().pooled(options, turns)
                        + kind.workload().warmingUp().pooled(options, 1))
                .sum();
    }
}
