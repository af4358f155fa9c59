package io.keyward.benchmarks.load;

import java.util.List;

/**
 * Asks about sessions that nothing changes meanwhile.
 *
 * @param every about all sessions that live, in turn; or about one of them, again and again
 * @param once about each of them once
 */
record Questions(Question question, boolean every, boolean once) implements Workload {

    private static final int LONG_ENOUGH = 3_600;

    /** Far from any power of two, and from any number of sessions somebody would choose. */
    private static final int STEP = 7_919;

    static Workload aboutOne(Question question) {
        return new Questions(question, false, false);
    }

    static Workload aboutEvery(Question question) {
        return new Questions(question, true, false);
    }

    @Override
    public int sessions(LoadOptions options) {
        return 0;
    }

    @Override
    public LoadScript prepare(RunningSubject subject, LoadOptions options, int seconds) {
        LiveSessions live = subject.liveSessions();
        live.tryOut(question);
        // Who keeps all sessions in memory has seen each of them before.
        boolean through = once && options.cached() >= live.count() && live.count() > 1;
        return new LoadScript(
                "ask.lua",
                through ? LONG_ENOUGH : seconds,
                List.of(
                        question.sent(),
                        live.path(question),
                        (every ? live.every() : live.one()).toString(),
                        // No turn begins where the last one did.
                        String.valueOf(live.turn() * STEP),
                        through ? "once" : "on",
                        live.credentials()));
    }

    @Override
    public Workload warmingUp() {
        return every ? new Questions(question, true, true) : this;
    }
}
