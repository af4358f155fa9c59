package io.keyward.passwordhash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ModelException;

final class HashQueueTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ExecutorService crowd = Executors.newCachedThreadPool();

    @AfterEach
    void sendTheCrowdHome() {
        crowd.shutdownNow();
    }

    @Test
    void aFloodQueuesAndAllAreServed() throws Exception {
        HashQueue queue = queue(2, 100, Duration.ofSeconds(30));
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(crowd.submit(() -> queue.inTurn(() -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                BcryptHash.waste(BcryptKey.plain(PasswordBytes.of("secret")), new Cost(6));
                running.decrementAndGet();
                return true;
            })));
        }
        for (Future<Boolean> one : all) {
            assertThat(one.get(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(most).hasValueBetween(1, 2);
        assertThat(meters.get("keyward.bcrypt.hash.time").timer().count()).isEqualTo(60);
        assertThat(meters.get("keyward.bcrypt.queue.time").timer().count()).isEqualTo(60);
        assertThat(meters.get("keyward.bcrypt.refused").counter().count()).isZero();
    }

    @Test
    void theMetersShowWhoWaits() throws Exception {
        HashQueue queue = queue(1, 100, Duration.ofSeconds(30));
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(crowd.submit(() -> queue.inTurn(() -> untilToldTo(go))));
        }
        await().until(() -> gauge("queue.size") == 3);
        assertThat(gauge("running")).isEqualTo(1);
        go.countDown();
        for (Future<Boolean> one : all) {
            assertThat(one.get(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(gauge("queue.size")).isZero();
        assertThat(gauge("running")).isZero();
    }

    @Test
    void moreThanMayWaitAreRefusedAtOnce() throws Exception {
        HashQueue queue = queue(1, 1, Duration.ofSeconds(30));
        CountDownLatch go = new CountDownLatch(1);
        Future<Boolean> first = crowd.submit(() -> queue.inTurn(() -> untilToldTo(go)));
        await().until(() -> gauge("running") == 1);
        Future<Boolean> second = crowd.submit(() -> queue.inTurn(() -> untilToldTo(go)));
        await().until(() -> gauge("queue.size") == 1);
        assertThatExceptionOfType(ModelException.class).isThrownBy(() -> queue.inTurn(() -> true));
        assertThat(meters.get("keyward.bcrypt.refused").counter().count()).isEqualTo(1);
        go.countDown();
        assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(queue.inTurn(() -> true)).isTrue();
    }

    @Test
    void nobodyWaitsForEver() throws Exception {
        HashQueue queue = queue(1, 10, Duration.ofMillis(20));
        CountDownLatch go = new CountDownLatch(1);
        Future<Boolean> first = crowd.submit(() -> queue.inTurn(() -> untilToldTo(go)));
        await().until(() -> gauge("running") == 1);
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> queue.inTurn(() -> true))
                .withMessageContaining("Too many");
        go.countDown();
        assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aFailureGivesTheTurnBack() {
        HashQueue queue = queue(1, 0, Duration.ofSeconds(1));
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> queue.inTurn(() -> {
                        throw new IllegalStateException("no");
                    }));
        }
        assertThat(queue.inTurn(() -> true)).isTrue();
    }

    @Test
    void closedItLeavesNoMeter() {
        queue(1, 0, Duration.ofSeconds(1)).close();
        assertThat(meters.getMeters()).isEmpty();
    }

    private HashQueue queue(int concurrent, int queued, Duration longestWait) {
        return new HashQueue(new BcryptConfig(concurrent, queued, longestWait, Peppers.NONE), meters);
    }

    private double gauge(String name) {
        return meters.get("keyward.bcrypt." + name).gauge().value();
    }

    private static boolean untilToldTo(CountDownLatch go) {
        try {
            return go.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
