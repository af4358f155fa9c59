package io.keyward.benchmarks.proof;

import java.util.List;
import java.util.Map;

/**
 * What a section found.
 *
 * @param comparisons those with a goal are repeated at the top of the report
 * @param text Markdown, from the third level of headings on
 * @param files what was measured, as it was measured, by the name of the file beside the report
 * @param plots in this order
 */
public record Finding(List<Comparison> comparisons, String text, Map<String, String> files, List<Plot> plots) {

    public Finding {
        comparisons = List.copyOf(comparisons);
        files = Map.copyOf(files);
        plots = List.copyOf(plots);
    }
}
