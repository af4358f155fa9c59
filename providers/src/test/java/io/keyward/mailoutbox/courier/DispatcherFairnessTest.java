package io.keyward.mailoutbox.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.mailoutbox.Delivery;
import io.keyward.mailoutbox.Delivery.Outcome;
import io.keyward.mailoutbox.MailFailure;
import io.keyward.mailoutbox.MailStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Servers that are dead, that hang, or that are slow by rule, and what it costs the others. */
final class DispatcherFairnessTest extends DispatcherFixture {

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
            // Not when ten were tried: the tenth would still be on its way to a server that is about to hang, in a
            // realm
            // that nobody knows to be in trouble.
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                parallel.step();
                return failing.entrySet().stream().allMatch(DispatcherFairnessTest::failed);
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
}
