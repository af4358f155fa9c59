package io.keyward.benchmarks.load;

import java.util.List;
import java.util.stream.Collectors;

/** The report, in Markdown. */
record LoadReport(
        LoadOptions options,
        Machine before,
        Machine after,
        List<Sample> samples,
        List<StatementCount> statements,
        List<Profile> profiles) {

    String text() {
        StringBuilder text = new StringBuilder("# Side by side under load\n\n");
        text.append("%s to %s UTC. %s. Load average %.2f before and %.2f after.\n\n"
                .formatted(before.time(), after.time(), before.text(), before.load(), after.load()));
        text.append("""
                %d connections, %d rounds of %d s for each subject and workload, %d s of warm-up. Medians, with least and most in
                brackets. Ratios compare turns of the same round. Every turn as it was measured: `load.csv`. How to read all this:
                [README](../../README.md).

                """.formatted(options.connections(), options.rounds(), options.seconds(), options.warmUp()));
        if (options.oneServer()) {
            text.append("All subjects are realms of one server that has Keyward installed.\n\n");
        }
        for (WorkloadKind kind : options.workloads()) {
            text.append(new WorkloadTable(kind, options.subjects(), of(kind)).text());
        }
        text.append("## Statements\n\nOf one unit of work, `BEGIN`, `COMMIT` and settings apart.\n\n");
        for (StatementCount count : statements) {
            text.append(new StatementTable(count).text());
        }
        if (!profiles.isEmpty()) {
            text.append("## Where Keycloak's processor time goes\n\nSamples of Java's flight recorder.\n\n");
            profiles.forEach(profile -> text.append(new ProfileTable(profile).text()));
        }
        return text.toString();
    }

    private List<Sample> of(WorkloadKind kind) {
        return samples.stream().filter(sample -> sample.workload() == kind).collect(Collectors.toList());
    }
}
