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
        methods(text, "method on top", profile.frames());
        if (!profile.own().isEmpty()) {
            methods(text, "method of Keyward that works or has others work", profile.own());
        }
        return text.append('\n').toString();
    }

    private void methods(StringBuilder text, String title, Map<String, Integer> methods) {
        text.append("\n| %s | |\n|---|---|\n".formatted(title));
        methods.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(METHODS)
                .forEach(frame -> text.append("| `%s` | %s |\n".formatted(frame.getKey(), share(frame.getValue()))));
    }

    private String share(int samples) {
        return "%.1f %%".formatted(100.0 * samples / profile.samples());
    }
}
