package io.keyward.benchmarks.load;

import io.keyward.benchmarks.proof.Comparison;
import io.keyward.benchmarks.proof.Finding;
import io.keyward.benchmarks.proof.Goal;
import io.keyward.benchmarks.proof.RatioPlot;
import io.keyward.benchmarks.proof.Spread;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Starts Keycloak without and with Keyward in turn; nobody else runs meanwhile but the two databases. All of them are running at the end. */
final class BootTimes {

    private static final int SETTLING_MILLIS = 2_000;

    private final List<RunningSubject> subjects;
    private final Consumer<String> progress;
    private final List<Boot> boots = new ArrayList<>();
    private final List<MemorySample> idle = new ArrayList<>();

    BootTimes(List<RunningSubject> subjects, Consumer<String> progress) {
        this.subjects = subjects;
        this.progress = progress;
    }

    /** What each held when it had been ready for some seconds. */
    List<MemorySample> idle() {
        return List.copyOf(idle);
    }

    /** The first round reads from the disk what later ones find in memory, and is not counted. */
    Finding measure(int rounds, Instant end) {
        subjects.forEach(RunningSubject::stop);
        try {
            Duration took = Duration.ZERO;
            for (int round = 0;
                    round <= rounds && (round < 2 || Instant.now().plus(took).isBefore(end));
                    round++) {
                Instant began = Instant.now();
                round(round);
                took = Duration.between(began, Instant.now());
            }
        } finally {
            subjects.forEach(RunningSubject::boot);
        }
        return finding();
    }

    private void round(int round) {
        List<RunningSubject> order = new ArrayList<>(subjects);
        Collections.rotate(order, round);
        for (RunningSubject subject : order) {
            double millis = subject.boot();
            Boot boot = new Boot(
                    subject.subject(), round, millis, subject.meter().read().keycloak());
            if (round > 0) {
                boots.add(boot);
                pause();
                idle.add(new MemorySample(
                        subject.subject(),
                        false,
                        round,
                        Memory.of(subject.meter().keycloakPid())));
            }
            subject.stop();
            progress.accept("Boot, round %d, %s: %.1f s, %.1f s of processor time"
                    .formatted(round, boot.subject().title(), millis / 1_000, boot.processor()));
        }
    }

    private Finding finding() {
        Comparison time = Comparison.of(
                "boot until ready, Keyward ÷ Keycloak",
                Spread.ofRatios(figures(Subject.KEYWARD, Boot::millis), figures(Subject.PLAIN, Boot::millis)),
                Goal.atMost(1.05));
        Comparison processor = Comparison.of(
                "the same, processor time",
                Spread.ofRatios(figures(Subject.KEYWARD, Boot::processor), figures(Subject.PLAIN, Boot::processor)));
        StringBuilder text = new StringBuilder(
                "From the start of the process until `/health/ready` says yes, asked every 100 ms; the realm is there already. The other\n"
                        + "one is stopped meanwhile.\n\n| | seconds | processor, s |\n|---|---|---|\n");
        for (RunningSubject subject : subjects) {
            text.append("| %s | %s | %s |\n"
                    .formatted(
                            subject.subject().title(),
                            Spread.of(figures(subject.subject(), boot -> boot.millis() / 1_000))
                                    .text(2),
                            Spread.of(figures(subject.subject(), Boot::processor))
                                    .text(2)));
        }
        List<Comparison> both = List.of(time, processor);
        return new Finding(
                both, text.toString(), Map.of("boot.csv", csv()), List.of(new RatioPlot("boot", "Boot", both)));
    }

    private List<Double> figures(Subject subject, ToDoubleFunction<Boot> figure) {
        return boots.stream()
                .filter(boot -> boot.subject() == subject)
                .map(figure::applyAsDouble)
                .toList();
    }

    private String csv() {
        return "subject,round,ready_ms,processor_s\n"
                + boots.stream()
                        .map(boot -> String.format(
                                Locale.ROOT,
                                "%s,%d,%.0f,%.2f%n",
                                boot.subject().id(),
                                boot.round(),
                                boot.millis(),
                                boot.processor()))
                        .collect(Collectors.joining());
    }

    private static void pause() {
        try {
            Thread.sleep(SETTLING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
