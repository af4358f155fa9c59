package io.keyward.mailoutbox.courier;

import io.keyward.mailoutbox.Claim.Claimed;
import io.keyward.mailoutbox.Delivery;
import io.keyward.mailoutbox.MailFailure;
import io.keyward.mailoutbox.Settlement;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Decides what follows from the result of an attempt, for the mail and for its lane. */
record Judge(RetryPolicy retry, RealmMail realm, Lane lane) {

    private static final Logger LOG = Logger.getLogger(Judge.class);

    Settlement settle(Claimed claimed, Delivery delivery, Instant now) {
        String id = claimed.mail().id();
        return switch (delivery.outcome()) {
            case SENT -> {
                lane.worked();
                yield Settlement.sent(id);
            }
            case REFUSED -> {
                lane.worked();
                yield failed(claimed, delivery);
            }
            case DEFERRED -> {
                if (delivery.failure() == MailFailure.CONNECTION_LOST) {
                    tell(lane.lost(now), delivery, now);
                } else {
                    lane.worked();
                }
                yield again(claimed, delivery, now, retry.pause(claimed.attempts()));
            }
            case SERVER_FAILED -> {
                tell(lane.failed(now), delivery, now);
                // The lane is what waits; the mail is due when the lane is, so that it goes soon after the server is
                // back.
                yield again(claimed, delivery, now, lane.pause(now));
            }
            case NOT_TRIED -> Settlement.released(id, now);
        };
    }

    private Settlement again(Claimed claimed, Delivery delivery, Instant now, Duration pause) {
        return retry.over(claimed.mail().createdAt(), now)
                ? failed(claimed, delivery)
                : Settlement.retry(claimed.mail().id(), now.plus(pause), delivery.failure(), delivery.replyCode());
    }

    private Settlement failed(Claimed claimed, Delivery delivery) {
        LOG.warnf(
                "Mail %s (%s) of realm %s failed after %d attempts: %s, reply %d",
                claimed.mail().id(),
                claimed.mail().purpose(),
                realm.realmName(),
                claimed.attempts(),
                delivery.failure().word(),
                delivery.replyCode());
        return Settlement.failed(claimed.mail().id(), delivery.failure(), delivery.replyCode());
    }

    private void tell(boolean news, Delivery delivery, Instant now) {
        if (news) {
            LOG.warnf(
                    "Mail of realm %s cannot be sent: %s, reply %d. It stays in the outbox; next attempt in %d s",
                    realm.realmName(),
                    delivery.failure().word(),
                    delivery.replyCode(),
                    lane.pause(now).toSeconds());
        }
    }
}
