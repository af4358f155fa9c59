package io.keyward.benchmarks.load;

import java.util.List;

/** The middle and the ends of some figures. */
record Spread(double median, double least, double most) {

    static Spread of(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** With so many digits after the point. */
    String text(int digits) {
        String number = "%." + digits + "f";
        return (number + " (" + number + "–" + number + ")").formatted(median, least, most);
    }
}
