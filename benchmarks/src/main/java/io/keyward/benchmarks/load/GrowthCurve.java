package io.keyward.benchmarks.load;

import io.keyward.benchmarks.load.Samples.Entry;
import io.keyward.benchmarks.proof.Comparison;
import io.keyward.benchmarks.proof.Goal;
import io.keyward.benchmarks.proof.Line;
import io.keyward.benchmarks.proof.Spread;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much longer a unit of work takes when there is more of something. At each stage the one that grows takes turns with another that does
 * not, and is divided by it; that at the first stage is 1, so neither the drift of the machine nor which of two processes is the faster one
 * counts.
 *
 * @param still does not grow
 * @param growing does
 * @param stages at least one
 */
record GrowthCurve(Entry still, Entry growing, SortedMap<Long, List<Sample>> stages) {

    private static final Goal GOAL = Goal.atMost(1.5);

    Line line(String label) {
        SortedMap<Long, Spread> points = new TreeMap<>();
        stages.keySet().forEach(stage -> points.put(stage, times(stage)));
        return new Line(label, points);
    }

    /** From the smallest to the largest. */
    Comparison whole(String what, String unit) {
        return Comparison.of(
                "time, %,d ÷ %,d %s: %s".formatted(stages.lastKey(), stages.firstKey(), unit, what),
                times(stages.lastKey()),
                GOAL);
    }

    static Goal goal() {
        return GOAL;
    }

    private Spread times(long stage) {
        Spread here = longer(stage);
        double first = longer(stages.firstKey()).median();
        return new Spread(here.median() / first, here.least() / first, here.most() / first);
    }

    private Spread longer(long stage) {
        return new Samples(stages.get(stage)).ratio(still, growing);
    }
}
