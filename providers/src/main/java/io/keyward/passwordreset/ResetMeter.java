package io.keyward.passwordreset;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/** Counts what became of requests for new passwords on this node: {@code keyward_reset_requests_total}. */
final class ResetMeter {

    /** Taken in; tells nothing of what was typed. */
    static final String TAKEN = "taken";

    /** No place was left for it. */
    static final String DROPPED = "dropped";

    /** Dealing with it ended in an error. */
    static final String FAILED = "failed";

    private ResetMeter() {}

    /** Makes the counters, so that monitoring sees the first of each as a step from nought. */
    static void prepare() {
        counter(TAKEN);
        counter(DROPPED);
        counter(FAILED);
    }

    static void count(String outcome) {
        counter(outcome).increment();
    }

    private static Counter counter(String outcome) {
        return Counter.builder("keyward.reset.requests")
                .description("Requests for new passwords")
                .tag("outcome", outcome)
                .register(Metrics.globalRegistry);
    }
}
