package io.keyward.benchmarks.proof;

import java.awt.BasicStroke;
import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A bar for each ratio, from above, with its spread and its goal.
 *
 * @param comparisons at least one
 */
public record RatioPlot(String name, String title, List<Comparison> comparisons) implements Plot {

    private static final int ROW = 36;
    private static final int AROUND = 130;
    private static final int WIDTH = 1_000;
    private static final double MARGIN = 1.08;
    private static final double HALF_A_ROW = 0.36;
    private static final Color BAR = new Color(0x9CC3E6);

    @Override
    public void write(Path folder) {
        XYChart chart = ChartFile.chart(title, WIDTH, comparisons.size() * ROW + AROUND, "ratio", "");
        chart.getStyler()
                .setXAxisMin(0.0)
                .setXAxisMax(widest() * MARGIN)
                .setYAxisMin(0.4)
                .setYAxisMax(comparisons.size() + 0.6)
                .setYAxisTickMarkSpacingHint(ROW * 2 / 3)
                .setPlotGridHorizontalLinesVisible(false)
                .setYAxisTickLabelsFormattingFunction(this::label);
        for (int row = 0; row < comparisons.size(); row++) {
            row(chart, row, comparisons.get(row));
        }
        ChartFile.write(chart, folder, name);
    }

    private void row(XYChart chart, int row, Comparison comparison) {
        Spread measured = comparison.measured();
        double y = comparisons.size() - row;
        boolean first = row == 0;
        line(chart, row, "median", first, 0, y, measured.median(), y, BAR, ROW / 2);
        line(chart, row, "least to most", first, measured.least(), y, measured.most(), y, ChartFile.TEXT, 2);
        comparison
                .goal()
                .ifPresent(goal -> line(
                        chart,
                        row,
                        "goal",
                        first,
                        goal.limit(),
                        y - HALF_A_ROW,
                        goal.limit(),
                        y + HALF_A_ROW,
                        ChartFile.GOAL,
                        3));
    }

    private static void line(
            XYChart chart,
            int row,
            String what,
            boolean legend,
            double x1,
            double y1,
            double x2,
            double y2,
            Color color,
            int width) {
        XYSeries series = chart.addSeries(what + row, new double[] {x1, x2}, new double[] {y1, y2});
        series.setLabel(what);
        series.setShowInLegend(legend);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        series.setLineColor(color);
    }

    private String label(double tick) {
        int row = comparisons.size() - (int) Math.round(tick);
        if (Math.abs(tick - Math.round(tick)) > 0.01 || row < 0 || row >= comparisons.size()) {
            return "";
        }
        Comparison comparison = comparisons.get(row);
        Optional<String> goal = comparison.goal().map(limit -> " (" + limit.text() + ")");
        return String.format(
                Locale.ROOT,
                "%s: %.2f%s",
                comparison.what(),
                comparison.measured().median(),
                goal.orElse(""));
    }

    private double widest() {
        double widest = 0;
        for (Comparison comparison : comparisons) {
            widest = Math.max(widest, comparison.measured().most());
            widest = Math.max(widest, comparison.goal().map(Goal::limit).orElse(0.0));
        }
        return widest;
    }
}
