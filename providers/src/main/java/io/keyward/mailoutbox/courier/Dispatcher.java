package io.keyward.mailoutbox.courier;

import io.keyward.mailoutbox.Backlog;
import io.keyward.mailoutbox.Claim;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Finds realms with mail and gives each a worker, as long as there are any. A step of it is all that the courier does at a time,
 * so a test can take one by itself.
 *
 * <p>Fair: the realms come in a random order, each gets one more worker per step, and a worker returns after a few batches. Realms
 * whose server is in trouble share half of the workers, so that servers that hang, however many, leave the others theirs.
 */
final class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final int MOST_REALMS = 1_000;
    private static final int BATCHES_PER_TURN = 5;
    private static final int EXPIRED_TOGETHER = 500;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final PostOffice office;
    private final CourierConfig config;
    private final Executor workers;
    private final CourierMeters meters;
    private final InstantSource clock;
    private final Runnable more;
    private final RetryPolicy pauses;
    private final Semaphore free;
    private final Semaphore freeForTrouble;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    /**
     * @param more called when a worker leaves mail behind, so that the next step need not wait
     */
    Dispatcher(
            PostOffice office,
            CourierConfig config,
            Executor workers,
            CourierMeters meters,
            InstantSource clock,
            Runnable more) {
        this.office = office;
        this.config = config;
        this.workers = workers;
        this.meters = meters;
        this.clock = clock;
        this.more = more;
        this.free = new Semaphore(config.workers());
        this.freeForTrouble = new Semaphore(Math.max(1, config.workers() / 2));
        Duration longest = config.retry().most().compareTo(LONGEST_PAUSE) < 0
                ? config.retry().most()
                : LONGEST_PAUSE;
        this.pauses = new RetryPolicy(
                config.retry().first(),
                longest,
                config.retry().over(),
                config.retry().random());
    }

    /** Gives every realm that has mail a worker. */
    void step() {
        List<String> realms =
                new ArrayList<>(office.inTransaction(outbox -> outbox.claims().dueRealms(MOST_REALMS)));
        Collections.shuffle(realms);
        for (String realmId : realms) {
            office.realm(realmId).ifPresent(this::serve);
        }
        lanes.values().removeIf(lane -> lane.quiet(clock.instant()));
    }

    /** Ends what has expired, whatever its server does, and looks how much is left. */
    void look() {
        int ended;
        do {
            ended = office.inTransaction(outbox -> outbox.claims().expire(EXPIRED_TOGETHER));
            meters.expired(ended);
        } while (ended >= EXPIRED_TOGETHER);
        Backlog backlog = office.inTransaction(outbox -> outbox.records().backlog());
        lanes.forEach((realmId, lane) -> {
            if (!backlog.realms().contains(realmId)) {
                lane.forget();
            }
        });
        int failing = (int) lanes.values().stream().filter(Lane::troubled).count();
        meters.seen(new Condition(clock.instant(), backlog, failing));
    }

    /** Does not let the realm's mail wait for a server that was in trouble: somebody says that it is back. */
    void urge(String realmId) {
        Lane lane = lanes.get(realmId);
        if (lane != null) {
            lane.urge();
        }
    }

    /** Lets the mails under way finish and begins no other. */
    void stop() {
        stopped = true;
    }

    private void serve(RealmMail realm) {
        Lane lane = lanes.computeIfAbsent(realm.realmId(), unused -> new Lane(pauses));
        if (stopped || !free.tryAcquire()) {
            return;
        }
        Optional<Semaphore> probe = lane.troubled() ? Optional.of(freeForTrouble) : Optional.empty();
        if (probe.isPresent() && !probe.get().tryAcquire()) {
            free.release();
            return;
        }
        Runnable release = () -> {
            free.release();
            probe.ifPresent(Semaphore::release);
        };
        if (!lane.enter(realm, clock.instant())) {
            release.run();
            return;
        }
        try {
            workers.execute(() -> turn(realm, lane, release));
        } catch (RuntimeException e) {
            // The node is stopping.
            lane.leave();
            release.run();
        }
    }

    private void turn(RealmMail realm, Lane lane, Runnable release) {
        boolean left = false;
        try {
            left = batches(realm, lane);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The courier could not serve realm %s", realm.realmName());
        } finally {
            lane.leave();
            release.run();
        }
        if (left) {
            more.run();
        }
    }

    /** Returns whether there may be more to do at once. */
    private boolean batches(RealmMail realm, Lane lane) {
        Judge judge = new Judge(config.retry(), realm, lane);
        for (int i = 0; i < BATCHES_PER_TURN && !stopped; i++) {
            Instant now = clock.instant();
            int wanted = lane.grant(realm, config.batch(), now);
            if (wanted == 0) {
                return false;
            }
            Claim claim =
                    office.inTransaction(outbox -> outbox.claims().claim(realm.realmId(), wanted, config.lease()));
            int claimed = claim.mails().size();
            lane.refund(wanted - claimed);
            if (claimed == 0) {
                return false;
            }
            if (claimed == wanted) {
                // There may be more than this worker can do.
                more.run();
            }
            new Round(office, claim, judge, meters, clock).run(() -> !stopped && !lane.paused(clock.instant()));
            if (claimed < wanted && !lane.paused(clock.instant())) {
                return false;
            }
        }
        return !lane.paused(clock.instant());
    }
}
