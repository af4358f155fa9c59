package io.keyward.mailoutbox.courier;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/**
 * When to try again: twice as long each time, from {@code first} to {@code most}, give or take a fifth so that mails which
 * failed together do not come back together; and no more once {@code over}.
 *
 * @param first after the first attempt
 * @param most the longest pause
 * @param over how old a mail may become
 * @param random from 0 to 1
 */
record RetryPolicy(Duration first, Duration most, Duration over, DoubleSupplier random) {

    private static final double SPREAD = 0.2;

    /** The pause after so many attempts. */
    Duration pause(int attempts) {
        int doublings = Math.min(Math.max(attempts, 1) - 1, 30);
        long millis = Math.min(first.toMillis() << doublings, most.toMillis());
        double factor = 1 - SPREAD + 2 * SPREAD * random.getAsDouble();
        return Duration.ofMillis(Math.round(millis * factor));
    }

    /** Whether a mail is too old to be tried again. */
    boolean over(Instant createdAt, Instant now) {
        return !now.isBefore(createdAt.plus(over));
    }
}
