package io.keyward.benchmarks.load;

import io.keyward.benchmarks.proof.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** One workload, a row per subject, each compared with every subject above it, less those that only try settings out. */
record WorkloadTable(WorkloadKind kind, List<Subject> subjects, List<Sample> samples) {

    String text() {
        StringBuilder text = new StringBuilder("## " + kind.title() + "\n\n");
        text.append(
                "| | per second | p50, ms | p99, ms | failed | processor, ms each: Keycloak | PostgreSQL | log, bytes each |\n");
        text.append("|---|---|---|---|---|---|---|---|\n");
        subjects.forEach(subject -> text.append(row(subject)));
        text.append("\n| ratio | per second | processor time |\n|---|---|---|\n");
        for (int of = 1; of < subjects.size(); of++) {
            for (int to = 0; to < of && subjects.get(to).tunings().isEmpty(); to++) {
                text.append(ratio(subjects.get(of), subjects.get(to)));
            }
        }
        return text.append('\n').toString();
    }

    private String row(Subject subject) {
        return "| %s | %s | %s | %s | %d | %s | %s | %s |\n"
                .formatted(
                        subject.title(),
                        spread(subject, sample -> sample.slice().rate()).text(1),
                        spread(subject, sample -> sample.slice().p50()).text(1),
                        spread(subject, sample -> sample.slice().p99()).text(1),
                        of(subject).stream()
                                .mapToLong(sample ->
                                        sample.slice().failed() + sample.slice().broken())
                                .sum(),
                        spread(subject, sample -> each(sample, sample.usage().keycloak() * 1_000))
                                .text(2),
                        spread(subject, sample -> each(sample, sample.usage().postgres() * 1_000))
                                .text(2),
                        spread(subject, sample -> each(sample, sample.usage().wal()))
                                .text(0));
    }

    private String ratio(Subject of, Subject to) {
        return "| %s ÷ %s | %s | %s |\n"
                .formatted(
                        of.title(),
                        to.title(),
                        paired(of, to, sample -> sample.slice().rate()).text(3),
                        paired(of, to, Sample::processorMillis).text(3));
    }

    private Spread spread(Subject subject, ToDoubleFunction<Sample> figure) {
        return Spread.of(of(subject).stream().map(figure::applyAsDouble).toList());
    }

    private Spread paired(Subject of, Subject to, ToDoubleFunction<Sample> figure) {
        List<Double> ratios = new ArrayList<>();
        for (Sample sample : of(of)) {
            Optional<Sample> other = of(to).stream()
                    .filter(candidate -> candidate.round() == sample.round())
                    .findFirst();
            other.ifPresent(found -> ratios.add(figure.applyAsDouble(sample) / figure.applyAsDouble(found)));
        }
        return Spread.of(ratios);
    }

    private List<Sample> of(Subject subject) {
        return samples.stream().filter(sample -> sample.subject() == subject).toList();
    }

    private static double each(Sample sample, double whole) {
        return whole / sample.slice().succeeded();
    }
}
