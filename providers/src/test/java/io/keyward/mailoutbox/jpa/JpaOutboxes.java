package io.keyward.mailoutbox.jpa;

import io.keyward.mailoutbox.OutboxProvider;
import io.keyward.mailoutbox.seal.TestKeys;
import io.keyward.persistence.TestDatabase;
import java.time.Duration;
import java.util.function.Function;

/** Outboxes on a real PostgreSQL, for tests of other rooms. */
public final class JpaOutboxes implements AutoCloseable {

    private static final OutboxConfig CONFIG =
            new OutboxConfig(100_000, 1_000_000, Duration.ofDays(30), Duration.ofMinutes(15));

    private final TestDatabase database = TestDatabase.create();
    private final TestKeys keys = new TestKeys();
    private final SizeCap cap = new SizeCap(CONFIG.maxQueued());

    public <T> T inTransaction(Function<OutboxProvider, T> work) {
        return database.inTransaction(em -> work.apply(new JpaOutboxProvider(em, keys, CONFIG, cap)));
    }

    @Override
    public void close() {
        database.close();
    }
}
