package io.keyward.benchmarks.load;

import io.keyward.benchmarks.proof.Spread;
import java.util.ArrayList;
import java.util.List;

/** The report on {@code /check}, in Markdown: what was to be reached, then everything as in other reports. */
record CheckReport(LoadReport load) {

    /** One workload of one subject against another; both take turns. */
    private record Goal(WorkloadKind of, Subject on, WorkloadKind to, Subject beside, String wanted) {

        Goal(WorkloadKind of, WorkloadKind to, String wanted) {
            this(of, Subject.KEYWARD, to, Subject.KEYWARD, wanted);
        }
    }

    private static final List<Goal> GOALS = List.of(
            new Goal(WorkloadKind.CHECK, WorkloadKind.WELL_KNOWN, "≥ 0.8"),
            new Goal(WorkloadKind.CHECK_BEARER, WorkloadKind.WELL_KNOWN, "≥ 0.8"),
            new Goal(WorkloadKind.CHECK, WorkloadKind.USERINFO, "≥ 1.0"),
            new Goal(WorkloadKind.CHECK_BEARER, WorkloadKind.USERINFO, "≥ 1.0"),
            new Goal(WorkloadKind.CHECK, WorkloadKind.INTROSPECTION, "≥ 1.5"),
            new Goal(WorkloadKind.CHECK_BEARER, WorkloadKind.INTROSPECTION, "≥ 1.5"),
            new Goal(WorkloadKind.CHECK, Subject.KEYWARD_FILLED, WorkloadKind.CHECK, Subject.KEYWARD, "≥ 0.83"),
            new Goal(WorkloadKind.CHECK_EVERY, Subject.KEYWARD_FILLED, WorkloadKind.CHECK, Subject.KEYWARD, "≥ 0.83"),
            new Goal(
                    WorkloadKind.USERINFO_EVERY,
                    Subject.KEYWARD_FILLED,
                    WorkloadKind.USERINFO,
                    Subject.KEYWARD,
                    "for comparison"));

    String text() {
        StringBuilder text = new StringBuilder("## What was to be reached\n\n");
        text.append("""
                Requests per second, medians of the ratios per round. "Filled" has %,d live sessions on a quarter as many people, the
                other realm one. %s "In turn": each connection goes round its share of them, and begins elsewhere in each turn. 1.2× as long is
                0.83 of the rate.

                """.formatted(
                        load.options().sessions(),
                        load.options().cached() == 0
                                ? "Keycloak's caches have their usual size, 10,000 entries."
                                : "Keycloak's caches were told to hold %,d sessions and people."
                                        .formatted(load.options().cached())));
        text.append("| | ratio | goal |\n|---|---|---|\n");
        GOALS.forEach(goal -> text.append(row(goal)));
        return load.text()
                .replaceFirst("# Side by side under load", "# A check beside its neighbours")
                .replaceFirst("(?m)^## ", text.append("\n## ").toString().replace("$", "\\$"));
    }

    private String row(Goal goal) {
        List<Double> ratios = new ArrayList<>();
        for (Sample sample : load.samples()) {
            if (sample.workload() == goal.of() && sample.subject() == goal.on()) {
                load.samples().stream()
                        .filter(other -> other.workload() == goal.to()
                                && other.subject() == goal.beside()
                                && other.round() == sample.round())
                        .findFirst()
                        .ifPresent(other ->
                                ratios.add(sample.slice().rate() / other.slice().rate()));
            }
        }
        return ratios.isEmpty()
                ? ""
                : "| %s ÷ %s | %s | %s |\n"
                        .formatted(
                                title(goal.of(), goal.on()),
                                title(goal.to(), goal.beside()),
                                Spread.of(ratios).text(2),
                                goal.wanted());
    }

    private static String title(WorkloadKind kind, Subject subject) {
        return kind.title() + (subject.filled() ? ", filled" : "");
    }
}
