package io.keyward.onetimetoken;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Deletes what is no longer needed, in batches that each have a transaction of their own: a long-neglected table is emptied
 * without a long lock, and what was deleted stays deleted if the server stops in between. One run does all there is to do.
 *
 * <p>The simple name of this class is the name of the lock by which a cluster lets one node run at a time.
 */
final class OneTimeTokenPurge implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(OneTimeTokenPurge.class);
    static final int BATCH = 500;

    private final Function<KeycloakSession, OneTimeTokenProvider> store;
    private final Duration retention;

    OneTimeTokenPurge(Function<KeycloakSession, OneTimeTokenProvider> store, Duration retention) {
        this.store = store;
        this.retention = retention;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        Instant before = Instant.ofEpochMilli(Time.currentTimeMillis()).minus(retention);
        int expired = drain(() -> batch(sessions, tokens -> tokens.purge(before, BATCH)));
        int orphans = drain(() -> batch(sessions, tokens -> tokens.purgeOrphans(BATCH)));
        if (expired + orphans > 0) {
            LOG.debugf("Purged %d expired one-time tokens and %d of users that are gone", expired, orphans);
        }
    }

    private int batch(KeycloakSessionFactory sessions, ToIntFunction<OneTimeTokenProvider> purge) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> purge.applyAsInt(store.apply(session)));
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
