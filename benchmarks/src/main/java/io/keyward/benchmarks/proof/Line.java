package io.keyward.benchmarks.proof;

import java.util.SortedMap;
import java.util.TreeMap;

/** A line of a plot: what was measured, by how many there were. */
public record Line(String label, SortedMap<Long, Spread> points) {

    public Line {
        points = new TreeMap<>(points);
    }
}
