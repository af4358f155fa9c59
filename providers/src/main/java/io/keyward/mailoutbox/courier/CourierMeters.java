package io.keyward.mailoutbox.courier;

import io.keyward.mailoutbox.MailStatus;
import io.keyward.mailoutbox.Settlement;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * What an operator sees: {@code keyward_mail_queued}, {@code keyward_mail_oldest_seconds}, {@code keyward_mail_realms_failing},
 * {@code keyward_mail_warnings}, {@code keyward_mail_sent_total}, {@code keyward_mail_failed_total}, {@code keyward_mail_retried_total},
 * {@code keyward_mail_expired_total} and {@code keyward_mail_delivery_seconds}. The first two are of the whole outbox, as this
 * node last saw it; the others of this node.
 */
final class CourierMeters implements AutoCloseable {

    private static final String METERS = "keyward.mail.";

    private final MeterRegistry registry;
    private final Counter sent;
    private final Counter failed;
    private final Counter retried;
    private final Counter expired;
    private final Timer delivery;
    private final List<Gauge> gauges;
    private volatile Condition condition;

    CourierMeters(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.condition = Condition.quiet(clock.instant());
        this.sent = counter("sent", "Mails that a mail server took");
        this.failed = counter("failed", "Mails that were given up");
        this.retried = counter("retried", "Attempts that failed for the time being");
        this.expired = counter("expired", "Mails whose link ended before they could be sent");
        this.delivery = Timer.builder(METERS + "delivery")
                .description("From when a mail was written to when a mail server took it")
                .publishPercentileHistogram(false)
                .register(registry);
        this.gauges = List.of(
                Gauge.builder(METERS + "queued", () -> condition.backlog().mails())
                        .description("Mails that are still to be delivered")
                        .register(registry),
                Gauge.builder(
                                METERS + "oldest",
                                () -> condition.oldest(clock.instant()).toMillis() / 1_000.0)
                        .description("How long the oldest of them has waited")
                        .baseUnit("seconds")
                        .register(registry),
                Gauge.builder(METERS + "realms.failing", () -> condition.failing())
                        .description("Realms whose mail server or settings fail at this time")
                        .register(registry),
                Gauge.builder(
                                METERS + "warnings",
                                () -> condition.warnings(clock.instant()).size())
                        .description("What the health check warns of, counted")
                        .register(registry));
    }

    private Counter counter(String name, String description) {
        return Counter.builder(METERS + name).description(description).register(registry);
    }

    void count(Settlement settlement, Duration age) {
        MailStatus status = settlement.status();
        if (status == MailStatus.SENT) {
            sent.increment();
            delivery.record(age.isNegative() ? Duration.ZERO : age);
        } else if (status == MailStatus.FAILED) {
            failed.increment();
        } else if (status == MailStatus.RETRYING) {
            retried.increment();
        }
    }

    void expired(int mails) {
        expired.increment(mails);
    }

    void seen(Condition now) {
        condition = now;
    }

    /** As it was seen last. */
    Condition condition() {
        return condition;
    }

    @Override
    public void close() {
        for (Meter meter : List.of(sent, failed, retried, expired, delivery)) {
            registry.remove(meter);
        }
        gauges.forEach(registry::remove);
    }
}
