package io.keyward.benchmarks.load;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every turn as it was measured. */
record SamplesCsv(List<Sample> samples) {

    private static final String HEAD =
            "workload,subject,round,succeeded,failed,broken,seconds,per_second,p50_ms,p90_ms,"
                    + "p99_ms,max_ms,keycloak_cpu_s,postgresql_cpu_s,wal_bytes\n";

    String text() {
        return HEAD + samples.stream().map(SamplesCsv::line).collect(Collectors.joining());
    }

    private static String line(Sample sample) {
        Slice slice = sample.slice();
        Usage usage = sample.usage();
        return String.format(
                Locale.ROOT,
                "%s,%s,%d,%d,%d,%d,%.3f,%.2f,%.3f,%.3f,%.3f,%.3f,%.2f,%.2f,%d%n",
                sample.workload().id(),
                sample.subject().id(),
                sample.round(),
                slice.succeeded(),
                slice.failed(),
                slice.broken(),
                slice.seconds(),
                slice.rate(),
                slice.p50(),
                slice.p90(),
                slice.p99(),
                slice.max(),
                usage.keycloak(),
                usage.postgres(),
                usage.wal());
    }
}
