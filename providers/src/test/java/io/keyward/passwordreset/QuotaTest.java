package io.keyward.passwordreset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keycloak.models.SingleUseObjectProvider;

final class QuotaTest {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Objects objects = new Objects();
    private final Quota quota = new Quota(objects);

    @Test
    void asManyAsTheLimitAndNoMore() {
        assertThat(quota.take("a", 2, WINDOW)).isTrue();
        assertThat(quota.take("a", 2, WINDOW)).isTrue();
        assertThat(quota.take("a", 2, WINDOW)).isFalse();
        assertThat(quota.take("b", 2, WINDOW)).isTrue();
    }

    @Test
    void aPlaceIsFreeAgainAfterTheWindow() {
        quota.take("a", 1, WINDOW);
        objects.pass(WINDOW.minusSeconds(1));
        assertThat(quota.take("a", 1, WINDOW)).isFalse();
        // The refusal is remembered for half a minute at most.
        objects.pass(Duration.ofSeconds(31));
        assertThat(quota.take("a", 1, WINDOW)).isTrue();
    }

    @Test
    void ofManyAtOnceNoMoreThanTheLimit() {
        long taken = IntStream.range(0, 1_000)
                .parallel()
                .filter(i -> quota.take("a", 7, WINDOW))
                .count();
        assertThat(taken).isEqualTo(7);
    }

    @Test
    void whoeverIsRefusedOnceCostsOneLookFromThenOn() {
        IntStream.range(0, 101).forEach(i -> quota.take("a", 100, WINDOW));
        objects.puts.set(0);
        assertThat(quota.take("a", 100, WINDOW)).isFalse();
        assertThat(objects.puts.get()).isZero();
    }

    /** As Keycloak's, with a clock of its own. */
    private static final class Objects implements SingleUseObjectProvider {

        private final ConcurrentMap<String, Long> ends = new ConcurrentHashMap<>();
        private volatile long now;
        private final AtomicInteger puts = new AtomicInteger();

        void pass(Duration time) {
            now += time.toSeconds();
        }

        @Override
        public boolean putIfAbsent(String key, long lifespanInSeconds) {
            puts.incrementAndGet();
            ends.computeIfPresent(key, (name, end) -> end <= now ? null : end);
            return ends.putIfAbsent(key, now + lifespanInSeconds) == null;
        }

        @Override
        public boolean contains(String key) {
            return ends.getOrDefault(key, Long.MIN_VALUE) > now;
        }

        @Override
        public void put(String key, long lifespanSeconds, Map<String, String> notes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, String> get(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, String> remove(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean replace(String key, Map<String, String> notes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
