package io.keyward.benchmarks.proof;

import java.util.Optional;

/**
 * A ratio that was measured, and what it was to be.
 *
 * @param what is divided by what
 * @param goal none where it is only told for comparison
 */
public record Comparison(String what, Spread measured, Optional<Goal> goal) {

    public static Comparison of(String what, Spread measured, Goal goal) {
        return new Comparison(what, measured, Optional.of(goal));
    }

    public static Comparison of(String what, Spread measured) {
        return new Comparison(what, measured, Optional.empty());
    }

    /** A row of a table with the head below. */
    String row() {
        return "| %s | %s | %s | %s |\n"
                .formatted(
                        what,
                        measured.text(2),
                        goal.map(Goal::text).orElse(""),
                        goal.map(limit -> limit.verdict(measured)).orElse("for comparison"));
    }

    static String head() {
        return "| | measured | goal | |\n|---|---|---|---|\n";
    }
}
