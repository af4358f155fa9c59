package io.keyward.benchmarks.load;

import java.util.List;

/**
 * The test by Kolmogorov and Smirnov of whether two samples come from one distribution: two-sided, by the asymptotic distribution.
 * It sees differences of spread and form too, which {@link MannWhitney} does not.
 *
 * @param distance the largest difference between the two empirical distributions, 0 to 1
 * @param p how probable a distance at least as large is if there is no difference
 */
record KolmogorovSmirnov(double distance, double p) {

    private static final int TERMS = 100;

    static KolmogorovSmirnov of(List<Double> first, List<Double> second) {
        double[] a = sorted(first);
        double[] b = sorted(second);
        double distance = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double value = Math.min(a[i], b[j]);
            while (i < a.length && a[i] == value) {
                i++;
            }
            while (j < b.length && b[j] == value) {
                j++;
            }
            distance = Math.max(distance, Math.abs((double) i / a.length - (double) j / b.length));
        }
        double size = Math.sqrt((double) a.length * b.length / (a.length + b.length));
        return new KolmogorovSmirnov(distance, beyond((size + 0.12 + 0.11 / size) * distance));
    }

    /** The series for small values converges too slowly to be of use there, where the answer is 1. */
    private static double beyond(double lambda) {
        if (lambda < 0.3) {
            return 1;
        }
        double sum = 0;
        for (int k = 1; k <= TERMS; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * lambda * lambda);
        }
        return Math.max(0, Math.min(1, sum));
    }

    private static double[] sorted(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
