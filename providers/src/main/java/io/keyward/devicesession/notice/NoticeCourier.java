package io.keyward.devicesession.notice;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/**
 * Sends notices in the background, by few threads of its own, so that a mail server that does not answer costs nobody but
 * these threads. What is queued is lost when the node stops, and a full queue drops what comes; both are logged. An outbox is
 * to replace this class.
 */
final class NoticeCourier {

    private static final Logger LOG = Logger.getLogger(NoticeCourier.class);
    private static final int THREADS = 2;
    private static final int QUEUE = 1_000;
    private static final int IDLE_SECONDS = 30;

    private final Consumer<Notice> delivery;
    private final ThreadPoolExecutor executor;

    NoticeCourier(Consumer<Notice> delivery) {
        this(delivery, QUEUE);
    }

    NoticeCourier(Consumer<Notice> delivery, int queue) {
        this.delivery = delivery;
        this.executor = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue), task -> {
                    Thread thread = new Thread(task, "keyward-notices");
                    thread.setDaemon(true);
                    // Jakarta Mail looks for its transports in the class loader of the thread.
                    thread.setContextClassLoader(NoticeCourier.class.getClassLoader());
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    /** Queues a notice when the transaction of the session has committed; forgets it when that rolls back. */
    static void sendAfterCommit(KeycloakSession session, Notice notice) {
        NoticeListenerFactory owner = (NoticeListenerFactory) session.getKeycloakSessionFactory()
                .getProviderFactory(EventListenerProvider.class, NoticeListenerFactory.ID);
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                owner.courier().send(notice);
            }

            @Override
            protected void rollbackImpl() {
                // It did not happen.
            }
        });
    }

    /** Never waits and never throws. @return whether it was taken */
    boolean send(Notice notice) {
        try {
            executor.execute(() -> deliver(notice));
            return true;
        } catch (RejectedExecutionException full) {
            LOG.errorf("Too many mails wait to be sent; dropped: %s", notice);
            return false;
        }
    }

    private void deliver(Notice notice) {
        try {
            delivery.accept(notice);
        } catch (RuntimeException e) {
            LOG.errorf("Could not be sent: %s (%s)", notice, e.getClass().getName());
        }
    }

    /** Drops what waits; mails under way are interrupted. */
    void stop() {
        int dropped = executor.shutdownNow().size();
        if (dropped > 0) {
            LOG.warnf("The node stopped with %d mails not sent", dropped);
        }
    }
}
