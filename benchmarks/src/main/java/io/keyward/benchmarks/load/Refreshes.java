package io.keyward.benchmarks.load;

import java.nio.file.Path;
import java.util.List;

/** Refreshes with the newest token of each session. */
enum Refreshes implements Workload {
    /** The session of a connection, over and over. */
    BUSY(1),
    /** The sessions of a connection in turn. */
    MANY(50),
    /** More of them: they are stored and locked as often as if they came once, if each has its turn once a second. */
    WARMING_UP(100),
    /** However fast a server is, no session comes twice: nothing that is coalesced or cached per session shows. */
    ONCE(0),
    /**
     * Each session once in a turn; those that were refreshed wait while others have a turn or two. What is coalesced shows as little, and
     * the pool can be small.
     */
    RESTED(0),
    /** Sessions in turn for as long as it takes, which then wait for their turn. */
    RESTED_WARMING_UP(0);

    private static final int LONG_ENOUGH = 600;

    /** So many turns' sessions are in the pool, where they come back. */
    private static final int RESTING = 3;

    private final int perConnection;

    /** @param perConnection how many sessions each connection goes round; 0 for as many as the options say between them */
    Refreshes(int perConnection) {
        this.perConnection = perConnection;
    }

    @Override
    public int sessions(LoadOptions options) {
        return perConnection == 0 ? options.once() : perConnection * options.connections();
    }

    /** With each connection ends a request whose answer nobody sees any more: its session does not come back. */
    @Override
    public int pooled(LoadOptions options, int turns) {
        return switch (this) {
            case RESTED -> sessions(options) * RESTING + turns * options.connections();
            case RESTED_WARMING_UP -> turns * options.connections();
            default -> Workload.super.pooled(options, turns);
        };
    }

    @Override
    public LoadScript prepare(RunningSubject subject, LoadOptions options, int seconds) {
        boolean once = this == ONCE || this == RESTED;
        boolean lent = this == RESTED || this == RESTED_WARMING_UP;
        SessionPool pool = subject.pool();
        Path tokens = lent ? pool.lend(sessions(options)) : pool.take(sessions(options));
        return new LoadScript(
                "refresh.lua",
                once ? LONG_ENOUGH : seconds,
                List.of(
                        SubjectRealm.CLIENT,
                        tokens.toString(),
                        String.valueOf(options.connections()),
                        once ? "once" : "again",
                        lent ? SessionPool.back(tokens).toString() : "-"));
    }

    /** Once a session is soon over. */
    @Override
    public Workload warmingUp() {
        return switch (this) {
            case ONCE -> WARMING_UP;
            case RESTED -> RESTED_WARMING_UP;
            default -> this;
        };
    }
}
