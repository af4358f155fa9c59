package io.keyward.benchmarks.load;

import io.keyward.benchmarks.proof.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The value that so many per cent do not exceed, by the nearest rank. */
record Percentile(int percent) {

    private static final int DRAWS = 2_000;
    private static final double BOTH_ENDS = 0.025;

    double of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(percent / 100.0 * sorted.size()) - 1);
    }

    /**
     * That of one divided by that of the other. Its ends are those between which 95 % of ratios lie if as many values are drawn from the measured ones,
     * with replacement (bootstrap).
     */
    Spread ratio(List<Double> of, List<Double> to) {
        Random random = new Random(26);
        List<Double> ratios = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            ratios.add(of(drawn(of, random)) / of(drawn(to, random)));
        }
        List<Double> sorted = ratios.stream().sorted().toList();
        int end = (int) (DRAWS * BOTH_ENDS);
        return new Spread(of(of) / of(to), sorted.get(end), sorted.get(DRAWS - 1 - end));
    }

    private static List<Double> drawn(List<Double> values, Random random) {
        return values.stream()
                .map(value -> values.get(random.nextInt(values.size())))
                .toList();
    }
}
