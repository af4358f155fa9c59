package io.keyward.benchmarks.load;

/** One turn of one subject with one workload. Rounds count from 1. */
record Sample(WorkloadKind workload, Subject subject, int round, Slice slice, Usage usage) {

    /** Processor milliseconds of Keycloak and PostgreSQL for one unit of work. */
    double processorMillis() {
        return (usage.keycloak() + usage.postgres()) * 1_000 / slice.succeeded();
    }
}
