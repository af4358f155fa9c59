package io.keyward.mailoutbox.jpa;

import io.keyward.mailoutbox.OutboxProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Deletes records that are older than the retention, in batches that each have a transaction of their own.
 *
 * <p>The simple name of this class is the name of the lock by which a cluster lets one node run at a time.
 */
final class MailPurge implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(MailPurge.class);
    static final int BATCH = 500;

    private final Function<KeycloakSession, OutboxProvider> store;
    private final Duration retention;

    MailPurge(Function<KeycloakSession, OutboxProvider> store, Duration retention) {
        this.store = store;
        this.retention = retention;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        Instant before = Instant.ofEpochMilli(Time.currentTimeMillis()).minus(retention);
        int purged = drain(() -> KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, own -> store.apply(own).records().purge(before, BATCH)));
        if (purged > 0) {
            LOG.debugf("Purged %d records of mails", purged);
        }
    }

    /** Runs full batches until one is not full. */
    static int drain(IntSupplier batch) {
        int total = 0;
        int deleted;
        do {
            deleted = batch.getAsInt();
            total += deleted;
        } while (deleted >= BATCH);
        return total;
    }
}
