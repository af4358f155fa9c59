package io.keyward.benchmarks.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Shares the time that there is among what is still to be done, in proportion to what each part wants. */
final class Timetable {

    /** Sections that would get less than this part of what they want are left out. */
    private static final double TOO_LITTLE = 0.2;

    private final Instant began = Instant.now();
    private final Instant deadline;
    private final Deque<Integer> starts = new ArrayDeque<>();
    private final Deque<Integer> measuring = new ArrayDeque<>();

    Timetable(Duration whole) {
        this.deadline = began.plus(whole);
    }

    void plan(Group group, List<Section> wanted) {
        starts.add(group.startSeconds());
        wanted.forEach(section -> measuring.add(section.seconds()));
    }

    /** A group begins: its start is no longer in the future. */
    void started() {
        starts.remove();
    }

    /** A section that was planned is not measured. */
    void leftOut() {
        measuring.remove();
    }

    /** When the next section is to end. */
    Instant next() {
        int wanted = measuring.remove();
        double share = Math.min(1, (double) left() / (wanted + secondsPlanned()));
        if (share < TOO_LITTLE) {
            throw new IllegalStateException("Not measured: the time was over.");
        }
        return Instant.now().plusMillis((long) (wanted * share * 1_000));
    }

    /** Elapsed time and what is still planned. */
    String text() {
        return "%s of %s; about %d min to go"
                .formatted(
                        clock(Duration.between(began, Instant.now())),
                        clock(Duration.between(began, deadline)),
                        Math.round((Math.min(Math.max(0, left()), secondsPlanned() + startsPlanned())) / 60.0));
    }

    Duration elapsed() {
        return Duration.between(began, Instant.now());
    }

    /** Seconds for measuring until the deadline. */
    private long left() {
        return Duration.between(Instant.now(), deadline).toSeconds() - startsPlanned();
    }

    private int secondsPlanned() {
        return measuring.stream().mapToInt(Integer::intValue).sum();
    }

    private int startsPlanned() {
        return starts.stream().mapToInt(Integer::intValue).sum();
    }

    static String clock(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
