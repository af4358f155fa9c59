package io.keyward.benchmarks.load;

/** Something that people or their programs do, over and over. */
interface Workload {

    /** How many sessions one turn takes from the pool. */
    int sessions(LoadOptions options);

    /** How many sessions so many turns need between them. */
    default int pooled(LoadOptions options, int turns) {
        return sessions(options) * turns;
    }

    /** Makes one turn ready. What this costs is not measured. */
    LoadScript prepare(RunningSubject subject, LoadOptions options, int seconds);

    /** What makes the servers' compilers see the same code for as long as it takes. */
    default Workload warmingUp() {
        return this;
    }
}
