package io.keyward.benchmarks.proof;

import java.util.ArrayList;
import java.util.List;

/** The middle and the ends of some figures. */
public record Spread(double median, double least, double most) {

    /** @param figures at least one */
    public static Spread of(List<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("There are no figures.");
        }
        List<Double> sorted = figures.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** Of one divided by the other, round by round; rounds that only one of them has do not count. */
    public static Spread ofRatios(List<Double> of, List<Double> to) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < Math.min(of.size(), to.size()); round++) {
            ratios.add(of.get(round) / to.get(round));
        }
        return of(ratios);
    }

    /** With so many digits after the point. */
    public String text(int digits) {
        String number = "%." + digits + "f";
        return (number + " (" + number + "–" + number + ")").formatted(median, least, most);
    }
}
