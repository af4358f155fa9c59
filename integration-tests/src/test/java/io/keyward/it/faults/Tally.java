package io.keyward.it.faults;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What happened, counted by all people at once. */
final class Tally {

    final LongAdder answers = new LongAdder();
    final LongAdder stories = new LongAdder();
    final LongAdder sessionsLost = new LongAdder();
    final LongAdder acceptedAfterTheEnd = new LongAdder();
    final LongAdder acceptedOutOfService = new LongAdder();
    final LongAdder mailsLost = new LongAdder();
    final LongAdder doubleSuccessors = new LongAdder();
    final LongAdder askedAgain = new LongAdder();
    final LongAdder refusedFromMemory = new LongAdder();
    final LongAdder oldPasswordsTaken = new LongAdder();
    final LongAdder givenUp = new LongAdder();

    private final AtomicLong slowest = new AtomicLong();
    private final AtomicLong lastAnswer = new AtomicLong(System.nanoTime());
    private final Map<String, Integer> errors = new TreeMap<>();

    void answered(long nanos) {
        answers.increment();
        slowest.accumulateAndGet(nanos, Math::max);
        lastAnswer.set(System.nanoTime());
    }

    synchronized void failed(String kind) {
        errors.merge(kind, 1, Integer::sum);
    }

    synchronized Map<String, Integer> errors() {
        return new TreeMap<>(errors);
    }

    double slowestSeconds() {
        return slowest.get() / 1e9;
    }

    /** Since when nobody has had an answer. */
    double silenceSeconds() {
        return (System.nanoTime() - lastAnswer.get()) / 1e9;
    }
}
