package io.keyward.devicesession.jpa;

import io.keyward.devicesession.jpa.Orphans.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;

/**
 * Forgets what is older than its retention, in batches that each have a transaction of their own: nobody waits long for a row,
 * and what is done stays done if the server stops in between. One run does all there is to do.
 */
final class DeviceRetention {

    private static final Logger LOG = Logger.getLogger(DeviceRetention.class);

    /** Looking for what was left behind goes through whole tables, and is not urgent. */
    private static final Duration SWEEP = Duration.ofDays(1);

    private final RetentionConfig config;
    private Instant swept = Instant.EPOCH;

    DeviceRetention(RetentionConfig config) {
        this.config = config;
    }

    void run(Transactions transactions) {
        int checked =
                drain(SessionCheck.BATCH, transactions, batch -> batch.check().run());
        int sessions =
                drain(Forgetting.BATCH, transactions, batch -> forgetting(batch).deleteEndedSessions());
        int forgotten =
                drain(Forgetting.BATCH, transactions, batch -> forgetting(batch).forgetDevices());
        int deleted =
                drain(Forgetting.BATCH, transactions, batch -> forgetting(batch).deleteForgottenDevices());
        if (checked + sessions + forgotten + deleted > 0) {
            LOG.debugf(
                    "Asked for %d sessions; deleted %d ended sessions, forgot %d devices and deleted %d",
                    checked, sessions, forgotten, deleted);
        }
        if (!swept.plus(SWEEP).isAfter(now())) {
            sweep(transactions, (batch, after) -> batch.orphans().devices(after));
            sweep(transactions, (batch, after) -> batch.orphans().owners(after));
            sweep(transactions, (batch, after) -> batch.orphans().untiedChains(after));
            sweep(transactions, (batch, after) -> batch.missedSignOuts().note(after));
            swept = now();
        }
    }

    private Forgetting forgetting(Batch batch) {
        return batch.forgetting(config);
    }

    /** Runs full batches until one is not full. */
    private static int drain(int full, Transactions transactions, ToIntFunction<Batch> work) {
        int total = 0;
        int done;
        do {
            done = transactions.run(work::applyAsInt);
            total += done;
        } while (done >= full);
        return total;
    }

    private static void sweep(Transactions transactions, BiFunction<Batch, Place, Place> slice) {
        Place place = Place.START;
        while (place != null) {
            Place after = place;
            place = transactions.run(batch -> slice.apply(batch, after));
        }
    }

    static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
