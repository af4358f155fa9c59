package io.keyward.mailoutbox.courier;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * The threads of one node that deliver mail. {@link #wake} costs nothing and never fails; without it mail goes at the next poll.
 * Stopped, it lets the mails under way finish for some seconds; what is then still claimed goes to others when its lease ends.
 */
public final class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final Duration LOOKED_EVERY = Duration.ofSeconds(15);
    private static final int IDLE_SECONDS = 30;
    private static final int PATIENCE_SECONDS = 10;

    private final CourierConfig config;
    private final Dispatcher dispatcher;
    private final CourierMeters meters;
    private final ThreadPoolExecutor workers;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopped;

    public Courier(KeycloakSessionFactory sessions, CourierConfig config, MeterRegistry registry) {
        this.config = config;
        InstantSource clock = () -> Instant.ofEpochMilli(Time.currentTimeMillis());
        AtomicInteger number = new AtomicInteger();
        ThreadFactory threads = task -> thread(task, "keyward-courier-" + number.incrementAndGet());
        this.workers = new ThreadPoolExecutor(
                config.workers(),
                config.workers(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                threads);
        workers.allowCoreThreadTimeOut(true);
        this.meters = new CourierMeters(registry, clock);
        this.dispatcher =
                new Dispatcher(new KeycloakPostOffice(sessions, config), config, workers, meters, clock, this::wake);
        this.thread = thread(this::run, "keyward-courier");
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        // Jakarta Mail looks for its parts in the class loader of the thread.
        thread.setContextClassLoader(Courier.class.getClassLoader());
        return thread;
    }

    public void start() {
        thread.start();
    }

    /** There is mail. */
    public void wake() {
        woken.release();
    }

    /** There is mail of this realm that somebody wants to go now, although its server may have been in trouble. */
    public void urge(String realmId) {
        dispatcher.urge(realmId);
        wake();
    }

    /** How the outbox is, as this node saw it last. Costs no query. */
    public Condition condition() {
        return meters.condition();
    }

    private void run() {
        long lookAt = System.nanoTime();
        boolean healthy = true;
        while (!stopped) {
            try {
                dispatcher.step();
                if (System.nanoTime() - lookAt >= 0) {
                    lookAt = System.nanoTime() + LOOKED_EVERY.toNanos();
                    dispatcher.look();
                }
                healthy = true;
            } catch (RuntimeException e) {
                if (healthy && !stopped) {
                    LOG.warn("The courier cannot reach the outbox; it keeps trying", e);
                }
                healthy = false;
            }
            rest(healthy);
        }
    }

    /** Until somebody wakes it, or the poll is due. While the store is out of reach being woken does not count. */
    private void rest(boolean healthy) {
        try {
            if (healthy) {
                woken.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
            } else {
                TimeUnit.MILLISECONDS.sleep(config.poll().toMillis());
            }
            woken.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    public void stop() {
        stopped = true;
        dispatcher.stop();
        thread.interrupt();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Some mail was still being sent when the node stopped; others send it when its lease ends");
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        meters.close();
    }
}
