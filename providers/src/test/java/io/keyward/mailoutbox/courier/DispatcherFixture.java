package io.keyward.mailoutbox.courier;

import io.keyward.mailoutbox.Delivery;
import io.keyward.mailoutbox.Mail;
import io.keyward.mailoutbox.MailContent;
import io.keyward.mailoutbox.MailRecord;
import io.keyward.mailoutbox.MailStatus;
import io.keyward.mailoutbox.OutgoingMail;
import io.keyward.mailoutbox.Urgency;
import io.keyward.mailoutbox.jpa.JpaOutboxes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.keycloak.common.util.Time;

/** A courier that does one step when it is told, on a real store, with servers that do as they are told. */
abstract class DispatcherFixture {

    static final Function<Mail, Delivery> WORKS = mail -> Delivery.sent(mail.id());
    private static final InstantSource CLOCK = () -> Instant.ofEpochMilli(Time.currentTimeMillis());

    private static JpaOutboxes outboxes;

    final String realm = UUID.randomUUID().toString();
    final FakePostOffice office = new FakePostOffice(outboxes);
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final Dispatcher dispatcher = dispatcher(Runnable::run, 4);
    private int offset;

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
        office.realms.keySet().forEach(DispatcherFixture::remove);
    }

    Dispatcher dispatcher(Executor workers, int count) {
        RetryPolicy retry =
                new RetryPolicy(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofHours(48), () -> 0.5);
        CourierConfig config =
                new CourierConfig(Duration.ofSeconds(2), count, 2, 20, Duration.ofSeconds(300), retry, RateLimit.NONE);
        return new Dispatcher(office, config, workers, new CourierMeters(registry, CLOCK), CLOCK, () -> {});
    }

    List<String> enqueue(String realmId, int count) {
        office.realms.computeIfAbsent(realmId, id -> new RealmMail(id, id, "fake", 2, RateLimit.NONE));
        return IntStream.range(0, count)
                .mapToObj(i -> enqueue(realmId, Urgency.NORMAL, null))
                .toList();
    }

    static String enqueue(String realmId, Urgency urgency, Instant expiresAt) {
        return outboxes.inTransaction(outbox -> outbox.enqueue(new OutgoingMail(
                realmId, null, "p", urgency, expiresAt, "h", "ann@example.org", new MailContent("s", "t", null))));
    }

    List<MailStatus> statuses(List<String> mails) {
        return mails.stream().map(mail -> find(realm, mail).status()).toList();
    }

    static MailRecord find(String realmId, String mail) {
        return outboxes.inTransaction(
                outbox -> outbox.records().find(realmId, mail).orElseThrow());
    }

    void pass(int seconds) {
        offset += seconds;
        Time.setOffset(offset);
    }

    static Instant now() {
        return CLOCK.instant();
    }

    static void remove(String realmId) {
        outboxes.inTransaction(outbox -> {
            outbox.records().removeRealm(realmId);
            return null;
        });
    }
}
