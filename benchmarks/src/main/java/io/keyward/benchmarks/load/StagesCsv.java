package io.keyward.benchmarks.load;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Every turn as it was measured, at each stage of something that grows.
 *
 * @param name of the first column
 */
record StagesCsv(String name, SortedMap<Long, List<Sample>> stages) {

    String text() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Long, List<Sample>> stage : stages.entrySet()) {
            List<String> lines = new SamplesCsv(stage.getValue()).text().lines().toList();
            if (text.length() == 0) {
                text.append("%s,%s\n".formatted(name, lines.get(0)));
            }
            lines.subList(1, lines.size()).forEach(line -> text.append("%d,%s\n".formatted(stage.getKey(), line)));
        }
        return text.toString();
    }
}
