package io.keyward.benchmarks.load;

/**
 * What the load generator saw in one uninterrupted run.
 *
 * @param succeeded units of work that ended well
 * @param failed units of work that Keycloak refused
 * @param broken connections that failed, and requests without an answer in time
 * @param seconds from the first request to the last answer
 * @param p50 median time of one request, in milliseconds; so the others
 * @param failure status and beginning of the last refusal, or empty
 */
record Slice(
        long succeeded,
        long failed,
        long broken,
        double seconds,
        double p50,
        double p90,
        double p99,
        double max,
        String failure) {

    /** Units of work in a second; 0 if nothing was answered in time. */
    double rate() {
        return seconds == 0 ? 0 : succeeded / seconds;
    }
}
