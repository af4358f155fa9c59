package io.keyward.mailoutbox.jpa;

import io.keyward.mailoutbox.OutboxFullException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps the table from growing without end. To count at each mail would cost more than to write it, so each node counts every
 * few seconds and adds what it wrote since: the cap may be passed by what the other nodes write in between.
 */
final class SizeCap {

    private static final long COUNTED_EVERY = 5_000;

    private final int most;
    private final AtomicLong countedAt = new AtomicLong(Long.MIN_VALUE);
    private final AtomicLong known = new AtomicLong();

    SizeCap(int most) {
        this.most = most;
    }

    /**
     * @param count counts what is queued
     * @throws OutboxFullException if there is no room for one more
     */
    void admit(long now, LongSupplier count) {
        long last = countedAt.get();
        boolean due = last == Long.MIN_VALUE || now - last >= COUNTED_EVERY || now < last;
        if (due && countedAt.compareAndSet(last, now)) {
            known.set(count.getAsLong());
        }
        if (known.incrementAndGet() > most) {
            known.decrementAndGet();
            throw new OutboxFullException("the mail outbox is full: " + most + " mails wait to be delivered, see "
                    + OutboxConfig.option(OutboxConfig.MAX_QUEUED));
        }
    }
}
