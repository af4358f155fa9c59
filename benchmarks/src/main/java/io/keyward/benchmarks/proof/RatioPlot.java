package io.keyward.benchmarks.proof;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A bar for each ratio, from above, with its spread and its goal.
 *
 * @param comparisons at least one
 */
public record RatioPlot(String name, String title, List<Comparison> comparisons) implements Plot {

    private static final int ROW = 30;
    private static final int AROUND = 120;
    private static final int WIDTH = 1_000;

    /** Of the chart, in pixels, where what is divided by what stands before the bars. */
    private static final int LABELS = 540;

    /** Of the chart, less its margins. */
    private static final double PLOT = 970 * 0.98;

    private static final Font FONT = new Font("SansSerif", Font.PLAIN, 12);
    private static final FontRenderContext RENDERING = new FontRenderContext(null, true, true);
    private static final double MARGIN = 1.08;
    private static final double HALF_A_ROW = 0.36;
    private static final Color BAR = new Color(0x9CC3E6);

    @Override
    public void write(Path folder) {
        XYChart chart = ChartFile.chart(title, WIDTH, comparisons.size() * ROW + AROUND, "", "");
        double unitsPerPixel = widest() * MARGIN / (PLOT - LABELS);
        chart.getStyler()
                .setXAxisMin(-LABELS * unitsPerPixel)
                .setXAxisMax(widest() * MARGIN)
                .setYAxisMin(0.4)
                .setYAxisMax(comparisons.size() + 0.6)
                .setYAxisTicksVisible(false)
                .setAxisTicksMarksVisible(false)
                .setAxisTicksLineVisible(false)
                .setAxisTitlesVisible(false)
                .setPlotGridLinesVisible(false)
                .setXAxisTickLabelsFormattingFunction(
                        tick -> tick < -1e-9 ? " " : String.format(Locale.ROOT, "%.1f", Math.abs(tick)))
                .setPlotContentSize(0.98)
                .setAnnotationTextFont(FONT)
                .setAnnotationTextFontColor(ChartFile.TEXT);
        for (int row = 0; row < comparisons.size(); row++) {
            row(chart, row, comparisons.get(row));
            chart.addAnnotation(label(row, -LABELS * unitsPerPixel, unitsPerPixel));
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

    /** Texts are centred where they are put; this one begins there. */
    private AnnotationText label(int row, double x, double unitsPerPixel) {
        Comparison comparison = comparisons.get(row);
        String text = String.format(
                Locale.ROOT,
                "%s: %.2f",
                comparison.what(),
                comparison.measured().median());
        double width = new TextLayout(text, FONT, RENDERING).getBounds().getWidth();
        return new AnnotationText(text, x + width / 2 * unitsPerPixel, comparisons.size() - row, false);
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
