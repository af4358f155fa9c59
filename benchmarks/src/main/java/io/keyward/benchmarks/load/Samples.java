package io.keyward.benchmarks.load;

import io.keyward.benchmarks.proof.Spread;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Turns of whole rounds, in the order of the rounds. */
record Samples(List<Sample> all) {

    /** Somebody with something to do. */
    record Entry(Subject subject, WorkloadKind kind) {

        String title() {
            return subject.title() + ": " + kind.title();
        }
    }

    List<Double> figures(Entry entry, ToDoubleFunction<Sample> figure) {
        return all.stream()
                .filter(sample -> sample.subject() == entry.subject() && sample.workload() == entry.kind())
                .map(figure::applyAsDouble)
                .toList();
    }

    List<Double> rates(Entry entry) {
        return figures(entry, sample -> sample.slice().rate());
    }

    /** Units per second of one divided by those of the other in the same round. */
    Spread ratio(Entry of, Entry to) {
        return Spread.ofRatios(rates(of), rates(to));
    }

    Spread ratio(WorkloadKind kind, Subject of, Subject to) {
        return ratio(new Entry(of, kind), new Entry(to, kind));
    }

    /** One row for each entry. */
    String table() {
        StringBuilder text = new StringBuilder(
                "| | per second | p50, ms | p99, ms | processor, ms each | done | failed |\n|---|---|---|---|---|---|---|\n");
        entries().forEach(entry -> text.append(row(entry)));
        return text.append('\n').toString();
    }

    Set<Entry> entries() {
        Set<Entry> entries = new LinkedHashSet<>();
        all.forEach(sample -> entries.add(new Entry(sample.subject(), sample.workload())));
        return entries;
    }

    private String row(Entry entry) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %.0f | %.0f |%n",
                entry.title(),
                Spread.of(rates(entry)).text(1),
                Spread.of(figures(entry, sample -> sample.slice().p50())).text(1),
                Spread.of(figures(entry, sample -> sample.slice().p99())).text(1),
                Spread.of(figures(entry, Sample::processorMillis)).text(2),
                sum(entry, sample -> sample.slice().succeeded()),
                sum(entry, sample -> sample.slice().failed() + sample.slice().broken()));
    }

    private double sum(Entry entry, ToDoubleFunction<Sample> figure) {
        return figures(entry, figure).stream().mapToDouble(Double::doubleValue).sum();
    }
}
