package io.keyward.benchmarks.proof;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;

/** Charts that can be read on a light and on a dark page: dark on white, white everywhere. */
final class ChartFile {

    static final Color GOAL = new Color(0xB00020);
    static final Color TEXT = new Color(0x222222);

    /** Told apart by people who do not see all colours, too (Okabe and Ito). */
    static final List<Color> COLORS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0x56B4E9),
            new Color(0x8A6D00));

    private static final String FONT = "SansSerif";

    private ChartFile() {}

    static XYChart chart(String title, int width, int height, String xTitle, String yTitle) {
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .title(title)
                .xAxisTitle(xTitle)
                .yAxisTitle(yTitle)
                .build();
        chart.getStyler()
                .setPlotGridLinesColor(new Color(0xDDDDDD))
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setAxisTickLabelsColor(TEXT)
                .setAxisTickMarksColor(TEXT)
                .setAxisTickLabelsFont(new Font(FONT, Font.PLAIN, 12))
                .setAxisTitleFont(new Font(FONT, Font.PLAIN, 12))
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setChartFontColor(TEXT)
                .setChartTitleFont(new Font(FONT, Font.BOLD, 14))
                .setChartTitleBoxVisible(false)
                .setLegendBorderColor(Color.WHITE)
                .setLegendBackgroundColor(Color.WHITE)
                .setLegendFont(new Font(FONT, Font.PLAIN, 12))
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal)
                .setLocale(Locale.ROOT)
                .setMarkerSize(7);
        return chart;
    }

    static void write(XYChart chart, Path folder, String name) {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".svg"))) {
            ChartEncoder.saveChart(chart, out, "svg");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
