package io.keyward.benchmarks.load;

/**
 * What a kind of run does unless it is told otherwise.
 *
 * @param cached how many sessions Keycloak's caches hold, or 0 for as many as Keycloak says
 * @param scope that sign-ins ask for, or empty
 */
record Usual(
        String name,
        String subjects,
        String workloads,
        int rounds,
        int seconds,
        int warmUp,
        int once,
        int samples,
        int cached,
        String scope,
        boolean oneServer) {

    static Usual of(String name, String subjects, String workloads) {
        return new Usual(name, subjects, workloads, 8, 10, 20, 2_000, 150, 0, "", false);
    }

    Usual rounds(int count) {
        return new Usual(name, subjects, workloads, count, seconds, warmUp, once, samples, cached, scope, oneServer);
    }

    Usual samples(int count) {
        return new Usual(name, subjects, workloads, rounds, seconds, warmUp, once, count, cached, scope, oneServer);
    }

    /** There are many turns then, so they are short. */
    Usual inOneServer(int sessionsCached, String askedFor) {
        return new Usual(name, subjects, workloads, 6, 4, 8, 1_000, samples, sessionsCached, askedFor, true);
    }
}
