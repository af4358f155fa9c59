package io.keyward.devicesession.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class NoticeCourierTest {

    private final CountDownLatch answer = new CountDownLatch(1);
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private NoticeCourier courier;

    @AfterEach
    void stop() {
        answer.countDown();
        courier.stop();
    }

    /** Two threads, each with a mail that its server does not take, and three mails that wait. */
    @Test
    void aSilentMailServerHoldsNobodyUpAndBoundsWhatWaits() {
        courier = new NoticeCourier(this::whenAnswered, 3);

        for (int taken = 0; taken < 5; taken++) {
            assertThat(courier.send(notice("n" + taken))).isTrue();
        }
        assertThat(courier.send(notice("one too many"))).isFalse();
        assertThat(sent).isEmpty();

        answer.countDown();
        await().untilAsserted(() -> assertThat(sent).containsExactlyInAnyOrder("n0", "n1", "n2", "n3", "n4"));
    }

    @Test
    void aMailThatFailsDoesNotKeepTheNextFromGoing() {
        courier = new NoticeCourier(notice -> {
            if (notice.template().startsWith("bad")) {
                throw new IllegalStateException("ada@example.org");
            }
            sent.add(notice.template());
        });

        List.of("bad 1", "bad 2", "bad 3", "good").forEach(name -> courier.send(notice(name)));

        await().untilAsserted(() -> assertThat(sent).containsExactly("good"));
    }

    @Test
    void takesNothingWhenItHasStopped() {
        courier = new NoticeCourier(this::whenAnswered);
        courier.stop();

        assertThat(courier.send(notice("late"))).isFalse();
    }

    @Test
    void aLogLineTellsNeitherAddressNorLink() {
        assertThat(notice("keyward-new-device.ftl").toString())
                .contains("keyward-new-device.ftl", "user")
                .doesNotContain("example.org", "secret");
        courier = new NoticeCourier(sentOne -> {});
    }

    private void whenAnswered(Notice notice) {
        try {
            answer.await();
            sent.add(notice.template());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Notice notice(String template) {
        return new Notice(
                "realm",
                "user",
                "ada@example.org",
                "subject",
                template,
                Map.of("link", "https://id.example.org/secret"),
                Instant.EPOCH,
                ZoneOffset.UTC);
    }
}
