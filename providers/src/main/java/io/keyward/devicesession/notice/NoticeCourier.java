package io.keyward.devicesession.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Sends notices in the background, by few threads of its own, so that a mail server that does not answer costs nobody but
 * these threads. What is queued is lost when the node stops; a full queue drops the newest. Both are logged or bounded, and
 * an outbox is to replace this class.
 */
final class NoticeCourier {

    private static final Logger LOG = Logger.getLogger(NoticeCourier.class);
    private static final int THREADS = 2;
    private static final int QUEUE = 1_000;
    private static final int IDLE_SECONDS = 30;

    private final KeycloakSessionFactory factory;
    private final ThreadPoolExecutor executor;

    NoticeCourier(KeycloakSessionFactory factory) {
        this.factory = factory;
        this.executor = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), task -> {
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
                owner.courier().queue(notice);
            }

            @Override
            protected void rollbackImpl() {
                // It did not happen.
            }
        });
    }

    private void queue(Notice notice) {
        try {
            executor.execute(() -> deliver(notice));
        } catch (RejectedExecutionException full) {
            LOG.errorf("Too many mails wait to be sent; dropped: %s", notice);
        }
    }

    /** Lets the mail under way finish, for a moment, and drops the rest. */
    void stop() {
        executor.shutdownNow()
                .forEach(dropped -> LOG.warn("A mail was still waiting to be sent when the node stopped"));
    }

    private void deliver(Notice notice) {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> send(session, notice));
        } catch (RuntimeException e) {
            LOG.errorf(
                    "%s could not be sent: %s", notice, rootCause(e).getClass().getName());
        }
    }

    private static void send(KeycloakSession session, Notice notice) {
        RealmModel realm = session.realms().getRealm(notice.realmId());
        UserModel user = realm == null ? null : session.users().getUserById(realm, notice.userId());
        if (user == null || !user.isEnabled()) {
            return;
        }
        session.getContext().setRealm(realm);
        // The person's language: there is no request here, whose language might be a thief's.
        Locale locale = session.getContext().resolveLocale(user);
        Map<String, Object> values = new HashMap<>(notice.values());
        values.put("when", notice.when(locale));
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(user)
                    .send(notice.subject(), List.of(Shown.name(realm)), notice.template(), values, notice.address());
        } catch (EmailException e) {
            // Jakarta Mail puts addresses into its messages: only the kind of failure is logged.
            LOG.errorf(
                    "%s could not be sent: %s", notice, rootCause(e).getClass().getName());
        }
    }

    private static Throwable rootCause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
