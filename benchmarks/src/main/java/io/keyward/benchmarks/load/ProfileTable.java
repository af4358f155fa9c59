package io.keyward.benchmarks.load;

import java.util.Comparator;
import java.util.Map;

/** One profile: areas, and the methods that were most often on top. */
record ProfileTable(Profile profile) {

    private static final int METHODS = 12;

    String text() {
        StringBuilder text = new StringBuilder("### %s: %s\n\n"
                .formatted(profile.workload().title(), profile.subject().title()));
        text.append("| area | of %d samples |\n|---|---|\n".formatted(profile.samples()));
        profile.areas().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(area ->
                        text.append("| %s | %s |\n".formatted(area.getKey().title(), share(area.getValue()))));
        text.append("\n| method on top | |\n|---|---|\n");
        profile.frames().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(METHODS)
                .forEach(frame -> text.append("| `%s` | %s |\n".formatted(frame.getKey(), share(frame.getValue()))));
        return text.append('\n').toString();
    }

    private String share(int samples) {
        return "%.1f %%".formatted(100.0 * samples / profile.samples());
    }
}
