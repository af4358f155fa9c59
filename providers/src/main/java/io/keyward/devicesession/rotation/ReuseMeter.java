package io.keyward.devicesession.rotation;

import io.keyward.devicesession.RefreshChainStore.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/** Counts the sessions that this node has ended because a replaced refresh token came back: {@code keyward_refresh_reuse_total}. */
final class ReuseMeter {

    private ReuseMeter() {}

    /** Makes a counter for each kind, so that monitoring sees the first one as a step from nought. */
    static void prepare() {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.reused()) {
                counter(Reuse.kind(outcome));
            }
        }
    }

    static void count(String kind) {
        counter(kind).increment();
    }

    private static Counter counter(String kind) {
        return Counter.builder("keyward.refresh.reuse")
                .description("Sessions ended because a replaced refresh token came back")
                .tag("kind", kind)
                .register(Metrics.globalRegistry);
    }
}
