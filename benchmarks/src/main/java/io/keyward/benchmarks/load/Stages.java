package io.keyward.benchmarks.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** The stages of something that grows. */
final class Stages {

    private Stages() {}

    /** When a stage is to end, if it and those after it share the time until the end. */
    static Instant end(Instant end, int left) {
        return Instant.now().plus(Duration.between(Instant.now(), end).dividedBy(left));
    }

    static String tables(SortedMap<Long, List<Sample>> stages, String unit) {
        StringBuilder text = new StringBuilder();
        stages.forEach((stage, samples) ->
                text.append("### %,d %s\n\n".formatted(stage, unit)).append(new Samples(samples).table()));
        return text.toString();
    }
}
