package io.keyward.benchmarks.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The test by Mann and Whitney of whether two samples come from one distribution: two-sided, by the normal approximation, corrected
 * for ties and continuity. It asks nothing of the form of the distribution, which response times do not have.
 *
 * @param p how probable a difference at least as large is if there is none
 * @param greater how often a value of the first sample is greater than one of the second, ties counting half; 0.5 if they are alike
 */
record MannWhitney(double p, double greater) {

    private record Ranked(double value, boolean first) {}

    static MannWhitney of(List<Double> first, List<Double> second) {
        List<Ranked> all = new ArrayList<>();
        first.forEach(value -> all.add(new Ranked(value, true)));
        second.forEach(value -> all.add(new Ranked(value, false)));
        all.sort(Comparator.comparingDouble(Ranked::value));
        double ranksOfFirst = 0;
        double ties = 0;
        for (int from = 0; from < all.size(); ) {
            int to = from;
            int ofFirst = 0;
            while (to < all.size() && all.get(to).value() == all.get(from).value()) {
                ofFirst += all.get(to).first() ? 1 : 0;
                to++;
            }
            double alike = to - from;
            ranksOfFirst += ofFirst * (from + 1 + to) / 2.0;
            ties += alike * alike * alike - alike;
            from = to;
        }
        double n = first.size();
        double m = second.size();
        double u = ranksOfFirst - n * (n + 1) / 2;
        double size = n + m;
        double deviation = Math.sqrt(n * m / 12 * (size + 1 - ties / (size * (size - 1))));
        double distance = Math.max(0, Math.abs(u - n * m / 2) - 0.5);
        return new MannWhitney(deviation == 0 ? 1 : outside(distance / deviation), u / (n * m));
    }

    /** How probable a standard normal value is to lie this far out, on either side (Abramowitz and Stegun 7.1.26). */
    private static double outside(double z) {
        double x = z / Math.sqrt(2);
        double t = 1 / (1 + 0.3275911 * x);
        double series =
                t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        return series * Math.exp(-x * x);
    }
}
