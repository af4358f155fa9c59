package io.keyward.mailoutbox.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.mailoutbox.Delivery;
import io.keyward.mailoutbox.Delivery.Outcome;
import io.keyward.mailoutbox.Mail;
import io.keyward.mailoutbox.MailContent;
import io.keyward.mailoutbox.MailFailure;
import io.keyward.mailoutbox.MailRecord;
import io.keyward.mailoutbox.MailStatus;
import io.keyward.mailoutbox.OutgoingMail;
import io.keyward.mailoutbox.Urgency;
import io.keyward.mailoutbox.jpa.JpaOutboxes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;

/** The courier, step by step, on a real store. */
final class DispatcherTest {

    private static final Function<Mail, Delivery> WORKS = mail -> Delivery.sent(mail.id());
    private static final InstantSource CLOCK = () -> Instant.ofEpochMilli(Time.currentTimeMillis());

    private static JpaOutboxes outboxes;

    private final String realm = UUID.randomUUID().toString();
    private final FakePostOffice office = new FakePostOffice(outboxes);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Dispatcher dispatcher = dispatcher(Runnable::run, 4);
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
        office.realms.keySet().forEach(DispatcherTest::remove);
    }

    private static void remove(String realmId) {
        outboxes.inTransaction(outbox -> {
            outbox.records().removeRealm(realmId);
            return null;
        });
    }

    private Dispatcher dispatcher(Executor workers, int count) {
        RetryPolicy retry =
                new RetryPolicy(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofHours(48), () -> 0.5);
        CourierConfig config =
                new CourierConfig(Duration.ofSeconds(2), count, 2, 20, Duration.ofSeconds(300), retry, RateLimit.NONE);
        return new Dispatcher(office, config, workers, new CourierMeters(registry, CLOCK), CLOCK, () -> {});
    }

    @Test
    void deliversWhatIsThere() {
        office.realm(realm, RateLimit.NONE, WORKS);
        List<String> mails = enqueue(realm, 50);
        dispatcher.step();
        assertThat(office.tried).containsExactlyInAnyOrderElementsOf(mails);
        assertThat(statuses(mails)).containsOnly(MailStatus.SENT);
        assertThat(registry.get("keyward.mail.sent").counter().count()).isEqualTo(50);
        assertThat(registry.get("keyward.mail.delivery").timer().count()).isEqualTo(50);
    }

    @Test
    void aTemporaryFailureIsRetriedLaterAndLater() {
        AtomicReference<Outcome> fate = new AtomicReference<>(Outcome.DEFERRED);
        office.realm(
                realm,
                RateLimit.NONE,
                mail -> fate.get() == Outcome.SENT
                        ? Delivery.sent(mail.id())
                        : new Delivery(mail.id(), fate.get(), MailFailure.RECIPIENT, 450));
        String mail = enqueue(realm, 1).get(0);
        for (int pause : new int[] {5, 10, 20, 40}) {
            dispatcher.step();
            MailRecord record = find(realm, mail);
            assertThat(record.status()).isEqualTo(MailStatus.RETRYING);
            assertThat(record.failure()).isEqualTo(MailFailure.RECIPIENT);
            assertThat(record.replyCode()).isEqualTo(450);
            assertThat(Duration.between(now(), record.dueAt()))
                    .isBetween(Duration.ofSeconds(pause - 3), Duration.ofSeconds(pause));
            pass(pause);
        }
        fate.set(Outcome.SENT);
        dispatcher.step();
        assertThat(find(realm, mail).status()).isEqualTo(MailStatus.SENT);
        assertThat(find(realm, mail).attempts()).isEqualTo(5);
    }

    @Test
    void isGivenUpAfterTwoDays() {
        office.realm(
                realm, RateLimit.NONE, mail -> new Delivery(mail.id(), Outcome.DEFERRED, MailFailure.RECIPIENT, 450));
        String mail = enqueue(realm, 1).get(0);
        for (int hour = 0; hour < 47; hour++) {
            pass(3_600 + 10);
            dispatcher.step();
            assertThat(find(realm, mail).status()).as("after %d hours", hour).isEqualTo(MailStatus.RETRYING);
        }
        pass(3_600 * 2);
        dispatcher.step();
        assertThat(find(realm, mail).status()).isEqualTo(MailStatus.FAILED);
        assertThat(registry.get("keyward.mail.failed").counter().count()).isEqualTo(1);
    }

    @Test
    void aRefusedMailFailsAtOnceAndAlone() {
        office.realm(realm, RateLimit.NONE, WORKS);
        List<String> mails = enqueue(realm, 3);
        office.realm(
                realm,
                RateLimit.NONE,
                mail -> mail.id().equals(mails.get(1))
                        ? new Delivery(mail.id(), Outcome.REFUSED, MailFailure.RECIPIENT, 550)
                        : Delivery.sent(mail.id()));
        dispatcher.step();
        assertThat(statuses(mails)).containsExactly(MailStatus.SENT, MailStatus.FAILED, MailStatus.SENT);
    }

    @Test
    void aMailThatBreaksTheTransportIsHeldBackAndTheOthersGo() {
        List<String> mails = enqueue(realm, 3);
        office.realm(realm, RateLimit.NONE, mail -> {
            if (mail.id().equals(mails.get(0))) {
                throw new IllegalStateException("poison");
            }
            return Delivery.sent(mail.id());
        });
        dispatcher.step();
        pass(6);
        dispatcher.step();
        pass(11);
        dispatcher.step();
        assertThat(find(realm, mails.get(0)).failure()).isEqualTo(MailFailure.UNEXPECTED);
        assertThat(statuses(mails)).contains(MailStatus.RETRYING).doesNotContain(MailStatus.SENDING);
    }

    @Test
    void aDeadServerIsAskedSeldomAndEverythingGoesOnceItIsBack() {
        AtomicReference<Boolean> dead = new AtomicReference<>(true);
        office.realm(
                realm,
                RateLimit.NONE,
                mail -> dead.get()
                        ? new Delivery(mail.id(), Outcome.SERVER_FAILED, MailFailure.CONNECTION, 0)
                        : Delivery.sent(mail.id()));
        List<String> mails = enqueue(realm, 30);
        dispatcher.step();
        assertThat(office.tried).hasSize(1);
        assertThat(find(realm, office.tried.get(0)).failure()).isEqualTo(MailFailure.CONNECTION);
        dispatcher.step();
        assertThat(office.tried).as("while the lane pauses").hasSize(1);
        // Three hours of probes.
        for (int i = 0; i < 180; i++) {
            pass(60);
            dispatcher.step();
        }
        assertThat(office.tried).as("probes in three hours").hasSizeBetween(30, 45);
        assertThat(statuses(mails)).isSubsetOf(MailStatus.QUEUED, MailStatus.RETRYING);
        dispatcher.look();
        assertThat(registry.get("keyward.mail.realms.failing").gauge().value()).isEqualTo(1);
        assertThat(registry.get("keyward.mail.queued").gauge().value()).isEqualTo(30);
        assertThat(registry.get("keyward.mail.oldest").gauge().value()).isGreaterThan(3 * 3_600 - 60);
        dead.set(false);
        pass(301);
        dispatcher.step();
        pass(301);
        dispatcher.step();
        assertThat(statuses(mails)).as("within ten minutes").containsOnly(MailStatus.SENT);
    }

    @Test
    void serversThatHangLeaveTheOthersTheirWorkers() throws Exception {
        ExecutorService workers = Executors.newCachedThreadPool();
        CountDownLatch end = new CountDownLatch(1);
        try {
            Dispatcher parallel = dispatcher(workers, 4);
            Set<String> hanging = ConcurrentHashMap.newKeySet();
            Map<String, List<String>> failing = new HashMap<>();
            // Known to be in trouble, each hangs when it is tried again.
            for (int i = 0; i < 10; i++) {
                String id = UUID.randomUUID().toString();
                office.realm(
                        id,
                        RateLimit.NONE,
                        mail -> new Delivery(mail.id(), Outcome.SERVER_FAILED, MailFailure.CONNECTION, 0));
                failing.put(id, enqueue(id, 3));
            }
            // Not when ten were tried: the tenth would still be on its way to a server that is about to hang, in a realm
            // that nobody knows to be in trouble.
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                parallel.step();
                return failing.entrySet().stream().allMatch(DispatcherTest::failed);
            });
            office.servers.replaceAll((id, server) -> mail -> {
                hanging.add(id);
                await(end);
                return new Delivery(mail.id(), Outcome.SERVER_FAILED, MailFailure.CONNECTION, 0);
            });
            pass(60);
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                parallel.step();
                return hanging.size() == 2;
            });
            office.realm(realm, RateLimit.NONE, WORKS);
            List<String> mails = enqueue(realm, 40);
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                parallel.step();
                return statuses(mails).stream().allMatch(status -> status == MailStatus.SENT);
            });
            assertThat(hanging).as("half of the workers").hasSize(2);
        } finally {
            end.countDown();
            workers.shutdown();
            workers.awaitTermination(30, TimeUnit.SECONDS);
        }
    }

    private static boolean failed(Map.Entry<String, List<String>> mails) {
        return mails.getValue().stream()
                .anyMatch(mail -> find(mails.getKey(), mail).failure() == MailFailure.CONNECTION);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(120, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void keepsToTheRate() {
        office.realm(realm, new RateLimit(5, Duration.ofSeconds(10)), WORKS);
        enqueue(realm, 12);
        dispatcher.step();
        assertThat(office.tried).hasSize(5);
        pass(5);
        dispatcher.step();
        assertThat(office.tried).hasSize(5);
        pass(6);
        dispatcher.step();
        assertThat(office.tried).hasSize(10);
        pass(11);
        dispatcher.step();
        assertThat(office.tried).hasSize(12);
    }

    @Test
    void whatExpiredIsNotSentWhateverTheServerDoes() {
        office.realm(realm, RateLimit.NONE, mail -> new Delivery(mail.id(), Outcome.SERVER_FAILED, MailFailure.TLS, 0));
        String mail = enqueue(realm, Urgency.URGENT, now().plusSeconds(30));
        dispatcher.step();
        assertThat(find(realm, mail).failure()).isEqualTo(MailFailure.TLS);
        pass(31);
        dispatcher.look();
        assertThat(find(realm, mail).status()).isEqualTo(MailStatus.EXPIRED);
        assertThat(registry.get("keyward.mail.expired").counter().count()).isEqualTo(1);
    }

    @Test
    void resultsSurviveADatabaseThatRestarts() {
        office.realm(realm, RateLimit.NONE, mail -> {
            office.failingTransactions = 2;
            return Delivery.sent(mail.id());
        });
        String mail = enqueue(realm, 1).get(0);
        dispatcher.step();
        assertThat(find(realm, mail).status()).isEqualTo(MailStatus.SENT);
        assertThat(office.tried).hasSize(1);
    }

    @Test
    void aRealmThatIsGoneHoldsUpNothing() {
        String gone = UUID.randomUUID().toString();
        enqueue(gone, Urgency.NORMAL, null);
        office.realm(realm, RateLimit.NONE, WORKS);
        List<String> mails = enqueue(realm, 1);
        dispatcher.step();
        assertThat(statuses(mails)).containsOnly(MailStatus.SENT);
        remove(gone);
    }

    @Test
    void stoppedItBeginsNothing() {
        office.realm(realm, RateLimit.NONE, WORKS);
        enqueue(realm, 1);
        dispatcher.stop();
        dispatcher.step();
        assertThat(office.tried).isEmpty();
    }

    private List<String> enqueue(String realmId, int count) {
        office.realms.computeIfAbsent(realmId, id -> new RealmMail(id, id, "fake", 2, RateLimit.NONE));
        return IntStream.range(0, count)
                .mapToObj(i -> enqueue(realmId, Urgency.NORMAL, null))
                .toList();
    }

    private static String enqueue(String realmId, Urgency urgency, Instant expiresAt) {
        return outboxes.inTransaction(outbox -> outbox.enqueue(new OutgoingMail(
                realmId, null, "p", urgency, expiresAt, "h", "ann@example.org", new MailContent("s", "t", null))));
    }

    private List<MailStatus> statuses(List<String> mails) {
        return mails.stream().map(mail -> find(realm, mail).status()).toList();
    }

    private static MailRecord find(String realmId, String mail) {
        return outboxes.inTransaction(
                outbox -> outbox.records().find(realmId, mail).orElseThrow());
    }

    private void pass(int seconds) {
        offset += seconds;
        Time.setOffset(offset);
    }

    private static Instant now() {
        return CLOCK.instant();
    }
}
