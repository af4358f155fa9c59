package io.keyward.benchmarks.load;

import java.util.List;

/**
 * Refreshes with the newest token of each session.
 *
 * @param perConnection how many sessions each connection goes round; 0 for as many as there are, each once
 */
record Refreshes(int perConnection) implements Workload {

    private static final int LONG_ENOUGH = 600;
    private static final int WARMING_UP = 100;

    static Workload again(int perConnection) {
        return new Refreshes(perConnection);
    }

    /** However fast a server is, no session comes twice: nothing that is coalesced or cached per session shows. */
    static Workload once() {
        return new Refreshes(0);
    }

    @Override
    public int sessions(LoadOptions options) {
        return perConnection == 0 ? options.once() : perConnection * options.connections();
    }

    @Override
    public LoadScript prepare(RunningSubject subject, LoadOptions options, int seconds) {
        boolean once = perConnection == 0;
        return new LoadScript(
                "refresh.lua",
                once ? LONG_ENOUGH : seconds,
                List.of(
                        SubjectRealm.CLIENT,
                        subject.pool().take(sessions(options)).toString(),
                        String.valueOf(options.connections()),
                        once ? "once" : "again"));
    }

    /** Once a session is soon over. Many sessions in turn are stored and locked as often, if each has its turn once a second. */
    @Override
    public Workload warmingUp() {
        return perConnection == 0 ? again(WARMING_UP) : this;
    }
}
