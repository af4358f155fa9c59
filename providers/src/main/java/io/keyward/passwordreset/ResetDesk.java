package io.keyward.passwordreset;

import io.keyward.tracing.Spans;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Where requests wait for some hundred milliseconds, on the node that took them. Taking one costs the same whoever was meant and
 * never waits. The pause is random: so neither the answer, nor what is asked right after it, shares the processor with work
 * that differs from account to account. Bounded: what finds no place is dropped, and the log says so.
 */
final class ResetDesk implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ResetDesk.class);
    /** Some seconds of work. */
    static final int PLACES = 1_000;

    private static final int THREADS = 2;
    private static final int LEAST_PAUSE = 300;
    private static final int MOST_PAUSE = 1_300;
    private static final int PATIENCE_SECONDS = 5;
    private static final long TOLD_EVERY = TimeUnit.MINUTES.toNanos(1);

    private final KeycloakSessionFactory sessions;
    private final ScheduledThreadPoolExecutor clerks;
    private final int size;
    private final Semaphore places;
    private final AtomicLong tellAgainAt = new AtomicLong(System.nanoTime());

    ResetDesk(KeycloakSessionFactory sessions, int size) {
        this.sessions = sessions;
        this.size = size;
        this.places = new Semaphore(size);
        AtomicInteger number = new AtomicInteger();
        this.clerks = new ScheduledThreadPoolExecutor(THREADS, task -> {
            Thread thread = new Thread(task, "keyward-reset-" + number.incrementAndGet());
            thread.setDaemon(true);
            // Templates and providers are looked for in the class loader of the thread.
            thread.setContextClassLoader(ResetDesk.class.getClassLoader());
            return thread;
        });
    }

    /** Never waits and never fails. */
    void take(ResetRequest request) {
        if (!places.tryAcquire()) {
            ResetMeter.count(ResetMeter.DROPPED);
            tellThatItIsFull();
            return;
        }
        try {
            int pause = ThreadLocalRandom.current().nextInt(LEAST_PAUSE, MOST_PAUSE);
            ScheduledFuture<?> unused = clerks.schedule(() -> deal(request), pause, TimeUnit.MILLISECONDS);
            ResetMeter.count(ResetMeter.TAKEN);
        } catch (RejectedExecutionException stopping) {
            places.release();
        }
    }

    private void deal(ResetRequest request) {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    sessions,
                    session -> Spans.run(
                            session,
                            "keyward forgotten password",
                            () -> new ForgottenPassword(session, request).deal()));
        } catch (RuntimeException e) {
            // Only the kind of failure: the message may hold what was typed.
            ResetMeter.count(ResetMeter.FAILED);
            LOG.errorf(
                    "A forgotten password was not dealt with: %s", e.getClass().getName());
        } finally {
            places.release();
        }
    }

    private void tellThatItIsFull() {
        long due = tellAgainAt.get();
        long now = System.nanoTime();
        if (now - due >= 0 && tellAgainAt.compareAndSet(due, now + TOLD_EVERY)) {
            LOG.warnf("%d requests for new passwords wait already; more are dropped", size);
        }
    }

    /** What waits is still done, for some seconds. */
    @Override
    public void close() {
        clerks.shutdown();
        try {
            if (!clerks.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                clerks.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
