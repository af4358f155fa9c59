package io.keyward.tracing;

import io.opentelemetry.api.trace.Span;
import java.util.function.Function;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSession;
import org.keycloak.tracing.TracingProvider;

/**
 * Spans for work that would else be hidden in a request's, or in no trace at all. Their names are constants: no user, address or
 * token is in a trace. Where nobody traces, Keycloak's provider runs the work and does nothing else.
 */
public final class Spans {

    private static final String TRACER = "io.keyward";

    private Spans() {}

    /** Runs the work within a span; what it throws is noted there and thrown on. */
    public static <T> T in(KeycloakSession session, String name, Supplier<T> work) {
        TracingProvider tracing = session.getProvider(TracingProvider.class);
        if (tracing == null) {
            return work.get();
        }
        Function<Span, T> traced = span -> work.get();
        return tracing.trace(TRACER, name, traced);
    }

    /** As {@link #in(KeycloakSession, String, Supplier)}, for work without a result. */
    public static void run(KeycloakSession session, String name, Runnable work) {
        in(session, name, () -> {
            work.run();
            return null;
        });
    }
}
