package io.keyward.benchmarks.proof;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The report, in Markdown: goals first, then every section. */
record ProofReport(List<Outcome> outcomes, ProofOptions options, String machine, Duration elapsed) {

    String text() {
        StringBuilder text = new StringBuilder("# Side by side\n\n");
        text.append("""
                Written by `benchmarks/proof`, not by hand: %s, after %s minutes. %s.

                Keyward and plain Keycloak took turns on the same machine, interleaved; a ratio compares turns of the same round. Told is the
                median over the rounds, with least and most in brackets. The CSV files beside this one hold every turn as it was measured.
                What is compared, and how: [README](../../README.md).

                """.formatted(Instant.now().truncatedTo(ChronoUnit.MINUTES), Timetable.clock(elapsed), machine));
        if (options.smoke()) {
            text.append("**This was a run with tiny numbers (`--smoke`). Its figures mean nothing.**\n\n");
        }
        failures(text);
        text.append("## Goals\n\n");
        if (withGoal().isEmpty()) {
            text.append("None of what was measured has one.\n\n");
        } else {
            text.append(Comparison.head());
            withGoal().forEach(comparison -> text.append(comparison.row()));
            text.append("\n![Each ratio, its spread and its goal](goals.svg)\n\n");
        }
        outcomes.forEach(outcome -> outcome.finding().ifPresent(finding -> section(text, outcome, finding)));
        return text.toString();
    }

    /** All ratios with a goal in one picture. */
    Optional<RatioPlot> goals() {
        return withGoal().isEmpty()
                ? Optional.empty()
                : Optional.of(new RatioPlot("goals", "Ratios, spread and goals", withGoal()));
    }

    private List<Comparison> withGoal() {
        return outcomes.stream()
                .flatMap(outcome -> outcome.finding().stream())
                .flatMap(finding -> finding.comparisons().stream())
                .filter(comparison -> comparison.goal().isPresent())
                .toList();
    }

    private void failures(StringBuilder text) {
        List<Outcome> failed =
                outcomes.stream().filter(outcome -> outcome.finding().isEmpty()).toList();
        if (!failed.isEmpty()) {
            text.append("## What failed\n\n| | why |\n|---|---|\n");
            failed.forEach(outcome -> text.append("| %s: %s | %s |\n"
                    .formatted(
                            outcome.section().id(),
                            outcome.section().title(),
                            outcome.failure().replace("|", "\\|"))));
            text.append('\n');
        }
    }

    private static void section(StringBuilder text, Outcome outcome, Finding finding) {
        text.append("## %s\n\n".formatted(outcome.section().title()));
        if (!finding.comparisons().isEmpty()) {
            text.append(Comparison.head());
            finding.comparisons().forEach(comparison -> text.append(comparison.row()));
            text.append('\n');
        }
        finding.plots().forEach(plot -> text.append("![%s](%s.svg)\n\n".formatted(plot.title(), plot.name())));
        text.append(finding.text().strip()).append("\n\n");
        String files = new TreeSet<>(finding.files().keySet())
                .stream()
                        .map(file -> "[%s](%s)".formatted(file, file))
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("none");
        text.append("`--only %s`, %s minutes. As measured: %s.\n\n"
                .formatted(outcome.section().id(), Timetable.clock(outcome.took()), files));
    }
}
