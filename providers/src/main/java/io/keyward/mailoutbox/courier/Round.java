package io.keyward.mailoutbox.courier;

import io.keyward.mailoutbox.Claim;
import io.keyward.mailoutbox.Claim.Claimed;
import io.keyward.mailoutbox.Delivery;
import io.keyward.mailoutbox.Delivery.Outcome;
import io.keyward.mailoutbox.Mail;
import io.keyward.mailoutbox.MailFailure;
import io.keyward.mailoutbox.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * One claim on its way. Results are recorded a few at a time while the rest is still being sent: what a node that dies has sent
 * and not recorded is sent again, with the same {@code Message-ID}.
 */
final class Round {

    private static final Logger LOG = Logger.getLogger(Round.class);
    private static final int RECORDED_TOGETHER = 10;
    private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();

    /** No mail is begun so shortly before the lease ends: it might still be on its way when others take it. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final PostOffice office;
    private final Claim claim;
    private final Judge judge;
    private final CourierMeters meters;
    private final InstantSource clock;
    private final Map<String, Claimed> open = new LinkedHashMap<>();
    private final List<Settlement> unrecorded = new ArrayList<>();

    Round(PostOffice office, Claim claim, Judge judge, CourierMeters meters, InstantSource clock) {
        this.office = office;
        this.claim = claim;
        this.judge = judge;
        this.meters = meters;
        this.clock = clock;
        claim.mails().forEach(claimed -> open.put(claimed.mail().id(), claimed));
    }

    /**
     * @param working false once the node stops
     */
    void run(BooleanSupplier working) {
        List<Mail> mails = claim.mails().stream().map(Claimed::mail).toList();
        BooleanSupplier mayStart = () ->
                working.getAsBoolean() && clock.instant().isBefore(claim.until().minus(MARGIN));
        try {
            office.send(judge.realm(), mails, mayStart, this::accept);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Sending mail of realm %s broke off", judge.realm().realmName());
        }
        // A transport that broke off says nothing about the rest. Each counts as tried, so that none is tried for ever.
        for (Claimed rest : List.copyOf(open.values())) {
            accept(new Delivery(rest.mail().id(), Outcome.DEFERRED, MailFailure.UNEXPECTED, 0));
        }
        record();
    }

    private void accept(Delivery delivery) {
        Claimed claimed = open.remove(delivery.mailId());
        if (claimed == null) {
            return;
        }
        Instant now = clock.instant();
        Settlement settlement = judge.settle(claimed, delivery, now);
        meters.count(settlement, Duration.between(claimed.mail().createdAt(), now));
        unrecorded.add(settlement);
        if (unrecorded.size() >= RECORDED_TOGETHER) {
            record();
        }
    }

    /** Keeps trying while the lease lasts: a database that restarts shall not cause mails to be sent twice. */
    private void record() {
        while (!unrecorded.isEmpty()) {
            List<Settlement> now = List.copyOf(unrecorded);
            try {
                office.inTransaction(outbox -> outbox.claims().settle(claim.leaseId(), now));
                unrecorded.clear();
            } catch (RuntimeException e) {
                if (!clock.instant().isBefore(claim.until())
                        || Thread.currentThread().isInterrupted()) {
                    LOG.errorf(e, "The results of %d mails could not be recorded", unrecorded.size());
                    unrecorded.clear();
                }
                LOG.debugf(e, "The results of %d mails could not be recorded yet", now.size());
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
