package io.keyward.benchmarks.proof;

import java.time.Duration;
import java.util.Optional;

/**
 * How a section ended.
 *
 * @param finding what it found, or none
 * @param failure why there is none, or empty
 * @param took from its beginning to its end
 */
record Outcome(Section section, Optional<Finding> finding, String failure, Duration took) {

    static Outcome found(Section section, Finding finding, Duration took) {
        return new Outcome(section, Optional.of(finding), "", took);
    }

    static Outcome failed(Section section, String why, Duration took) {
        return new Outcome(section, Optional.empty(), why, took);
    }

    static Outcome notYet(Section section) {
        return failed(section, "Not measured: the run ended before.", Duration.ZERO);
    }
}
