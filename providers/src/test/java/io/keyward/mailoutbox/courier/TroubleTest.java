package io.keyward.mailoutbox.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.mailoutbox.Delivery;
import io.keyward.mailoutbox.Delivery.Outcome;
import io.keyward.mailoutbox.MailContent;
import io.keyward.mailoutbox.MailFailure;
import io.keyward.mailoutbox.MailStatus;
import io.keyward.mailoutbox.OutgoingMail;
import io.keyward.mailoutbox.Urgency;
import io.keyward.mailoutbox.courier.Condition.Warning;
import io.keyward.mailoutbox.jpa.JpaOutboxes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;

/** A server in trouble, as those see it who run the house: on a real store, with a server that does as it is told. */
final class TroubleTest {

    private static final InstantSource CLOCK = () -> Instant.ofEpochMilli(Time.currentTimeMillis());

    private static JpaOutboxes outboxes;

    private final String realm = UUID.randomUUID().toString();
    private final FakePostOffice office = new FakePostOffice(outboxes);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CourierMeters meters = new CourierMeters(registry, CLOCK);
    private final Dispatcher dispatcher = dispatcher();
    private boolean dead = true;

    @BeforeAll
    static void create() {
        outboxes = new JpaOutboxes();
    }

    @AfterAll
    static void close() {
        outboxes.close();
    }

    @AfterEach
    void clean() {
        Time.setOffset(0);
        remove();
    }

    private Dispatcher dispatcher() {
        RetryPolicy retry =
                new RetryPolicy(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofHours(48), () -> 0.5);
        CourierConfig config =
                new CourierConfig(Duration.ofSeconds(2), 4, 2, 20, Duration.ofSeconds(300), retry, RateLimit.NONE);
        office.realm(
                realm,
                RateLimit.NONE,
                mail -> dead
                        ? new Delivery(mail.id(), Outcome.SERVER_FAILED, MailFailure.AUTHENTICATION, 535)
                        : Delivery.sent(mail.id()));
        return new Dispatcher(office, config, Runnable::run, meters, CLOCK, () -> {});
    }

    @Test
    void isSeenUntilTheServerWorks() {
        enqueue();
        dispatcher.step();
        dispatcher.look();
        assertThat(warnings()).containsExactly(Warning.REALMS_FAILING);
        assertThat(registry.get("keyward.mail.warnings").gauge().value()).isEqualTo(1);
        dead = false;
        Time.setOffset(6);
        dispatcher.step();
        dispatcher.look();
        assertThat(warnings()).isEmpty();
        assertThat(registry.get("keyward.mail.warnings").gauge().value()).isZero();
    }

    /** The realm was removed, or its mails were cancelled or have expired: nothing will ever show that the server works. */
    @Test
    void isForgottenWithTheLastMailThatWaits() {
        enqueue();
        dispatcher.step();
        dispatcher.look();
        assertThat(warnings()).containsExactly(Warning.REALMS_FAILING);
        remove();
        dispatcher.look();
        assertThat(warnings()).isEmpty();
        assertThat(meters.condition().failing()).isZero();
    }

    @Test
    void doesNotKeepAMailThatSomebodyWantsToGoNow() {
        String mail = enqueue();
        dispatcher.step();
        dead = false;
        assertThat(outboxes.<Boolean>inTransaction(outbox -> outbox.records().resend(realm, mail)))
                .isTrue();
        dispatcher.step();
        assertThat(office.tried).as("while the lane pauses").hasSize(1);
        dispatcher.urge(realm);
        dispatcher.step();
        assertThat(office.tried).hasSize(2);
        assertThat(outboxes.<MailStatus>inTransaction(outbox ->
                        outbox.records().find(realm, mail).orElseThrow().status()))
                .isEqualTo(MailStatus.SENT);
    }

    @Test
    void whoUrgesAServerThatIsStillDeadTriesOneMail() {
        for (int i = 0; i < 5; i++) {
            enqueue();
        }
        dispatcher.step();
        dispatcher.urge(realm);
        dispatcher.step();
        assertThat(office.tried).hasSize(2);
        dispatcher.urge(UUID.randomUUID().toString());
        dispatcher.step();
        assertThat(office.tried).as("another realm").hasSize(2);
    }

    @Test
    void aMailThatNoCourierTakesIsSeen() {
        enqueue();
        Time.setOffset(301);
        dispatcher.look();
        assertThat(warnings()).containsExactly(Warning.STALLED);
    }

    private List<Warning> warnings() {
        return meters.condition().warnings(CLOCK.instant());
    }

    private String enqueue() {
        return outboxes.inTransaction(outbox -> outbox.enqueue(new OutgoingMail(
                realm, null, "p", Urgency.NORMAL, null, "h", "ann@example.org", new MailContent("s", "t", null))));
    }

    private void remove() {
        outboxes.inTransaction(outbox -> {
            outbox.records().removeRealm(realm);
            return null;
        });
    }
}
