package io.keyward.sessionapi;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/** Counts the calls of the session API that this node has answered with 429: {@code keyward_session_api_limited_total}. */
final class LimitMeter {

    static final String ADDRESS = "address";
    static final String ACCOUNT = "account";
    static final String MAILBOX = "mailbox";

    private LimitMeter() {}

    /** Makes the counters, so that monitoring sees the first of each as a step from nought. */
    static void prepare() {
        counter(ADDRESS);
        counter(ACCOUNT);
        counter(MAILBOX);
    }

    static void count(String limit) {
        counter(limit).increment();
    }

    private static Counter counter(String limit) {
        return Counter.builder("keyward.session.api.limited")
                .description("Calls of the session API that came too often")
                .tag("limit", limit)
                .register(Metrics.globalRegistry);
    }
}
