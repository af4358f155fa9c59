package io.keyward.emailverification.guard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/** Counts what the two guards refuse on this node, by the layer that refused: {@code keyward_token_refused_total}. */
final class RefusalMeter {

    static final String TOKEN_GUARD = "token-guard";
    static final String CLIENT_POLICY = "client-policy";

    private RefusalMeter() {}

    /** Makes the counters, so that monitoring sees the first refusal as a step from nought. */
    static void prepare() {
        counter(TOKEN_GUARD);
        counter(CLIENT_POLICY);
    }

    static void count(String layer) {
        counter(layer).increment();
    }

    private static Counter counter(String layer) {
        return Counter.builder("keyward.token.refused")
                .description("Tokens refused to accounts whose address is not proved")
                .tag("layer", layer)
                .register(Metrics.globalRegistry);
    }
}
