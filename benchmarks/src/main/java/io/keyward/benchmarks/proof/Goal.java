package io.keyward.benchmarks.proof;

import java.util.Locale;

/** A limit for a ratio. */
public record Goal(boolean atLeast, double limit) {

    public static Goal atLeast(double limit) {
        return new Goal(true, limit);
    }

    public static Goal atMost(double limit) {
        return new Goal(false, limit);
    }

    boolean met(double value) {
        return atLeast ? value >= limit : value <= limit;
    }

    String text() {
        return (atLeast ? "≥ " : "≤ ") + String.format(Locale.ROOT, "%.2f", limit);
    }

    /** Whether the median is on the right side of the limit, and how far on the wrong one. */
    String verdict(Spread measured) {
        return met(measured.median())
                ? "met"
                : String.format(Locale.ROOT, "**missed by %.1f %%**", 100 * Math.abs(measured.median() / limit - 1));
    }
}
