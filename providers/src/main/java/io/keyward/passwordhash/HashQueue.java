package io.keyward.passwordhash;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets a bounded number of hashes be computed at once; the others wait in the order in which they came. A flood of sign-ins
 * then leaves processors to everything else. Those who wait hold one of Keycloak's request threads each, so their number and
 * the time that they wait are bounded too: past either, the request fails and says so, whatever the password.
 */
final class HashQueue implements AutoCloseable {

    private static final String METERS = "keyward.bcrypt.";

    private final Semaphore turns;
    private final AtomicInteger admitted = new AtomicInteger();
    private final int mostAdmitted;
    private final Duration longestWait;

    private final MeterRegistry registry;
    private final Timer waiting;
    private final Timer hashing;
    private final Counter refused;
    private final Gauge queued;
    private final Gauge running;

    HashQueue(BcryptConfig config, MeterRegistry registry) {
        this.turns = new Semaphore(config.concurrent(), true);
        this.mostAdmitted = config.concurrent() + config.queued();
        this.longestWait = config.longestWait();
        this.registry = registry;
        this.waiting = Timer.builder(METERS + "queue.time")
                .description("How long hashes waited for their turn")
                .register(registry);
        this.hashing = Timer.builder(METERS + "hash.time")
                .description("How long hashes took once it was their turn")
                .register(registry);
        this.refused = Counter.builder(METERS + "refused")
                .description("Hashes that were not computed because too many waited, or waited too long")
                .register(registry);
        this.queued = Gauge.builder(METERS + "queue.size", turns, Semaphore::getQueueLength)
                .description("Hashes that wait for their turn")
                .register(registry);
        this.running = Gauge.builder(METERS + "running", () -> config.concurrent() - turns.availablePermits())
                .description("Hashes being computed")
                .register(registry);
    }

    /**
     * @throws NoHashException if there is no turn for this
     */
    <T> T inTurn(Supplier<T> hash) {
        if (admitted.incrementAndGet() > mostAdmitted) {
            admitted.decrementAndGet();
            throw refusal();
        }
        try {
            awaitTurn();
            try {
                return hashing.record(hash);
            } finally {
                turns.release();
            }
        } finally {
            admitted.decrementAndGet();
        }
    }

    private void awaitTurn() {
        Timer.Sample since = Timer.start(registry);
        boolean granted = false;
        try {
            granted = turns.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            since.stop(waiting);
        }
        if (!granted) {
            throw refusal();
        }
    }

    private NoHashException refusal() {
        refused.increment();
        return new NoHashException("Too many passwords are being hashed at this moment");
    }

    @Override
    public void close() {
        for (Meter meter : List.of(waiting, hashing, refused, queued, running)) {
            registry.remove(meter);
        }
    }
}
