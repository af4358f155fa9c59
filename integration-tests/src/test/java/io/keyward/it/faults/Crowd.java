package io.keyward.it.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** People who come one after the other, some at a time, until they are told that the day is over. */
final class Crowd implements AutoCloseable {

    private static final int AT_A_TIME = 6;
    private static final Duration LONGEST = Duration.ofSeconds(420);

    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Throwable> surprises = new CopyOnWriteArrayList<>();
    private final Town town;
    private final Tally tally;

    Crowd(Town town, Tally tally) {
        this.town = town;
        this.tally = tally;
        for (int i = 0; i < AT_A_TIME; i++) {
            Thread thread = new Thread(this::liveOnAndOn, "person-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void liveOnAndOn() {
        while (!over.get()) {
            try {
                new Life(town, tally).live();
            } catch (Window.GaveUp left) {
                tally.givenUp.increment();
            } catch (Life.Lost counted) {
                // Counted where it happened.
                continue;
            } catch (RuntimeException | AssertionError e) {
                surprises.add(e);
            }
        }
    }

    /** Waits until so many more stories have come to their end. */
    void awaitStories(int more) {
        long wanted = tally.stories.sum() + more;
        await().atMost(LONGEST).pollInterval(Duration.ofMillis(100)).until(() -> tally.stories.sum() >= wanted);
    }

    /** Waits until so many more requests have been answered. */
    void awaitAnswers(int more) {
        long wanted = tally.answers.sum() + more;
        await().atMost(LONGEST).pollInterval(Duration.ofMillis(100)).until(() -> tally.answers.sum() >= wanted);
    }

    /** Since when nobody has had an answer. */
    double silenceSeconds() {
        return tally.silenceSeconds();
    }

    /** What nobody had thought of: answers that fit no story. */
    List<Throwable> surprises() {
        return List.copyOf(surprises);
    }

    /** Lets everybody finish. */
    @Override
    public void close() {
        over.set(true);
        await().atMost(LONGEST)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> threads.stream().noneMatch(Thread::isAlive));
    }
}
