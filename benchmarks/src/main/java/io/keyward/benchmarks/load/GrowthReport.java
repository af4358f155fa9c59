package io.keyward.benchmarks.load;

import io.keyward.benchmarks.proof.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The report on growth, in Markdown. */
record GrowthReport(
        LoadOptions options,
        Machine before,
        Machine after,
        List<Sample> samples,
        List<StatementCount> statements,
        Map<Subject, List<Double>> retention) {

    String text() {
        StringBuilder text = new StringBuilder("# A million devices\n\n");
        text.append("%s to %s UTC. %s. Load average %.2f before and %.2f after.\n\n"
                .formatted(before.time(), after.time(), before.text(), before.load(), after.load()));
        text.append("""
                Keyward with the few hundred devices that the workloads themselves need, and the same with %,d devices, %,d sessions and
                as many refresh chains besides. %d connections, %d rounds of %d s. Medians, with least and most in brackets. Every turn
                as it was measured: `load.csv`. How to read all this: [README](../../README.md). The plans:
                [query-plans.md](../../../docs/query-plans.md).

                """.formatted(
                options.devices(), options.devices() * 3, options.connections(), options.rounds(), options.seconds()));
        for (WorkloadKind kind : options.workloads()) {
            text.append(new WorkloadTable(
                            kind,
                            options.subjects(),
                            samples.stream()
                                    .filter(sample -> sample.workload() == kind)
                                    .toList())
                    .text());
        }
        text.append(retentionTable());
        text.append("## Statements\n\nOf one unit of work, `BEGIN`, `COMMIT` and settings apart.\n\n");
        statements.forEach(count -> text.append(new StatementTable(count).text()));
        return text.toString();
    }

    private String retentionTable() {
        StringBuilder text = new StringBuilder("## Retention job\n\n");
        text.append(
                "Time in PostgreSQL for one batch of each kind: 100 sessions asked about, 500 sessions deleted, 500 devices");
        text.append(" forgotten, 500 devices deleted.\n\n| | ms |\n|---|---|\n");
        retention.forEach((subject, millis) -> text.append(
                "| %s | %s |\n".formatted(subject.title(), Spread.of(millis).text(1))));
        List<Double> few = retention.get(Subject.KEYWARD);
        List<Double> many = retention.get(Subject.KEYWARD_FILLED);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < few.size(); round++) {
            ratios.add(many.get(round) / few.get(round));
        }
        return text.append("\nFilled ÷ not filled: %s\n\n"
                        .formatted(Spread.of(ratios).text(2)))
                .toString();
    }
}
