package io.keyward.benchmarks.proof;

import java.awt.BasicStroke;
import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Lines with the spread at each point, over a logarithmic axis.
 *
 * @param x what grows
 * @param y what is measured
 * @param logarithmic whether the other axis is so, too
 * @param goal a line across, if there is one
 */
public record LinePlot(
        String name, String title, String x, String y, boolean logarithmic, List<Line> lines, Optional<Goal> goal)
        implements Plot {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 420;
    private static final double ROOM = 1.15;

    @Override
    public void write(Path folder) {
        XYChart chart = ChartFile.chart(title, WIDTH, HEIGHT, x, y);
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(logarithmic);
        if (logarithmic) {
            chart.getStyler()
                    .setYAxisMin(Math.pow(10, Math.floor(Math.log10(lowest()))))
                    .setYAxisMax(Math.pow(10, Math.ceil(Math.log10(highest()))));
        } else {
            chart.getStyler().setYAxisMin(0.0).setYAxisMax(highest() * ROOM);
        }
        for (int number = 0; number < lines.size(); number++) {
            Color color = ChartFile.COLORS.get(number % ChartFile.COLORS.size());
            Line line = lines.get(number);
            median(chart, line, color);
            line.points().forEach((at, spread) -> spread(chart, line, at, spread, color));
        }
        goal.ifPresent(limit -> across(chart, limit));
        ChartFile.write(chart, folder, name);
    }

    private static void median(XYChart chart, Line line, Color color) {
        XYSeries series = chart.addSeries(
                line.label(),
                line.points().keySet().stream().mapToDouble(Long::doubleValue).toArray(),
                line.points().values().stream().mapToDouble(Spread::median).toArray());
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(2));
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(color);
    }

    private static void spread(XYChart chart, Line line, long at, Spread spread, Color color) {
        XYSeries series = chart.addSeries(
                line.label() + " at " + at, new double[] {at, at}, new double[] {spread.least(), spread.most()});
        series.setShowInLegend(false);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(1));
    }

    private void across(XYChart chart, Goal limit) {
        double from = ends(Integer.MAX_VALUE, Math::min);
        double to = ends(0, Math::max);
        XYSeries series = chart.addSeries(
                "goal " + limit.text(), new double[] {from, to}, new double[] {limit.limit(), limit.limit()});
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(ChartFile.GOAL);
        series.setLineStyle(
                new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {8, 5}, 0));
    }

    private double ends(double start, DoubleBinaryOperator choose) {
        double end = start;
        for (Line line : lines) {
            for (Long at : line.points().keySet()) {
                end = choose.applyAsDouble(end, at);
            }
        }
        return end;
    }

    private double lowest() {
        double lowest = Double.MAX_VALUE;
        for (Line line : lines) {
            for (Spread spread : line.points().values()) {
                lowest = Math.min(lowest, spread.least());
            }
        }
        return lowest;
    }

    private double highest() {
        double highest = goal.map(Goal::limit).orElse(0.0);
        for (Line line : lines) {
            for (Spread spread : line.points().values()) {
                highest = Math.max(highest, spread.most());
            }
        }
        return highest;
    }
}
