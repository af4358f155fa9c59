package io.keyward.emailverification.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.keyward.emailverification.address.MailRouting.Answer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class BoundedMailRoutingTest {

    private static final DomainName DOMAIN = DomainName.of("example.com").orElseThrow();
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void passesTheAnswerOn() {
        try (BoundedMailRouting routing = new BoundedMailRouting((domain, limit) -> Answer.NOWHERE)) {
            assertThat(routing.ask(DOMAIN, LONG)).isEqualTo(Answer.NOWHERE);
        }
    }

    @Test
    void doesNotWaitForever() {
        CountDownLatch never = new CountDownLatch(1);
        try (BoundedMailRouting routing = new BoundedMailRouting((domain, limit) -> await(never))) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThat(routing.ask(DOMAIN, SHORT)).isEqualTo(Answer.UNKNOWN));
        }
    }

    @Test
    void aFloodOfSlowDomainsIsAnsweredUnknown() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger held = new AtomicInteger();
        MailRouting slow = (domain, limit) -> {
            held.incrementAndGet();
            return awaitUninterrupted(never);
        };
        try (BoundedMailRouting routing = new BoundedMailRouting(slow)) {
            // On a busy machine a look-up may be given up before it has begun, and then holds no thread.
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
                assertThat(routing.ask(DOMAIN, Duration.ofMillis(1))).isEqualTo(Answer.UNKNOWN);
                return held.get() == BoundedMailRouting.MOST_AT_ONCE;
            });
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThat(routing.ask(DOMAIN, LONG)).isEqualTo(Answer.UNKNOWN));
        } finally {
            never.countDown();
        }
    }

    @Test
    void aFailureIsNoAnswer() {
        try (BoundedMailRouting routing = new BoundedMailRouting((domain, limit) -> {
            throw new IllegalStateException("broken");
        })) {
            assertThat(routing.ask(DOMAIN, LONG)).isEqualTo(Answer.UNKNOWN);
        }
    }

    private static Answer await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Answer.SOMEWHERE;
    }

    private static Answer awaitUninterrupted(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Answer unused = await(latch);
            Thread.interrupted();
        }
        return Answer.SOMEWHERE;
    }
}
