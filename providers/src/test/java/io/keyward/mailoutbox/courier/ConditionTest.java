package io.keyward.mailoutbox.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.mailoutbox.Backlog;
import io.keyward.mailoutbox.courier.Condition.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ConditionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void nothingToDoIsNothingToSay() {
        assertThat(Condition.quiet(NOW).warnings(NOW)).isEmpty();
        assertThat(Condition.quiet(NOW).oldest(NOW)).isZero();
    }

    @Test
    void mailOnItsWayIsNothingToSay() {
        Condition busy = new Condition(NOW, backlog(79, NOW.minusSeconds(10), NOW.minusSeconds(10)), 0);
        assertThat(busy.warnings(NOW)).isEmpty();
        assertThat(busy.oldest(NOW)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aServerThatFailsIsSaid() {
        assertThat(new Condition(NOW, backlog(1, NOW, null), 1).warnings(NOW)).containsExactly(Warning.REALMS_FAILING);
    }

    /** One mailbox that is full for two days is no matter for whoever runs the server. */
    @Test
    void aMailThatIsRetriedForLongIsNothingToSay() {
        Condition greylisted = new Condition(NOW, backlog(1, NOW.minusSeconds(100_000), null), 0);
        assertThat(greylisted.warnings(NOW)).isEmpty();
    }

    @Test
    void aMailThatNobodyTakesIsSaidAfterFiveMinutes() {
        Instant written = NOW.minusSeconds(300);
        assertThat(new Condition(NOW, backlog(1, written, written), 0).warnings(NOW))
                .isEmpty();
        Instant earlier = written.minusMillis(1);
        assertThat(new Condition(NOW, backlog(1, earlier, earlier), 0).warnings(NOW))
                .containsExactly(Warning.STALLED);
    }

    @Test
    void aFillingTableIsSaidWellBeforeItIsFull() {
        assertThat(new Condition(NOW, backlog(80, NOW, null), 0).warnings(NOW)).containsExactly(Warning.NEARLY_FULL);
    }

    @Test
    void anOutboxThatCannotBeReadIsSaidAfterAMinute() {
        Condition seen = Condition.quiet(NOW);
        assertThat(seen.warnings(NOW.plusSeconds(60))).isEmpty();
        assertThat(seen.warnings(NOW.plusSeconds(61))).containsExactly(Warning.UNREACHABLE);
    }

    @Test
    void wordsAreStable() {
        assertThat(Warning.values())
                .extracting(Warning::word)
                .containsExactly("unreachable", "realms-failing", "stalled", "nearly-full");
    }

    private static Backlog backlog(long mails, Instant oldest, Instant untried) {
        return new Backlog(mails, 100, oldest, untried, Set.of("realm"));
    }
}
