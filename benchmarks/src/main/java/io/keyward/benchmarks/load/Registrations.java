package io.keyward.benchmarks.load;

import io.keyward.benchmarks.proof.Comparison;
import io.keyward.benchmarks.proof.Finding;
import io.keyward.benchmarks.proof.Goal;
import io.keyward.benchmarks.proof.RatioPlot;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** How long people wait for the page after a registration that sends a mail, where the mail server takes its time. */
record Registrations(List<RunningSubject> subjects, Consumer<String> progress) {

    private static final Percentile MIDDLE = new Percentile(50);
    private static final Percentile P95 = new Percentile(95);

    Finding measure(LoadOptions options, Instant end) {
        try (MailSink sink = new MailSink()) {
            MailBenchmark mail = new MailBenchmark(subjects, options, sink, progress);
            mail.prepare();
            return finding(mail.registrations(options.samples(), end));
        }
    }

    private Finding finding(List<FormSample> samples) {
        StringBuilder text = new StringBuilder("""
                The mail server takes %d ms for each answer. From when the form was sent until the page that follows was there; one visitor at a time,
                subjects in turn. In the ratio's brackets: where 95 %% of ratios lie if registrations are drawn anew from the measured ones.

                | | forms | p50, ms | p95, ms | the form again |
                |---|---|---|---|---|
                """.formatted(MailBenchmark.FORM_LATENCY));
        for (RunningSubject subject : subjects) {
            List<Double> millis = millis(samples, subject.subject());
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.0f | %.0f | %d |%n",
                    subject.subject().title(),
                    millis.size(),
                    MIDDLE.of(millis),
                    P95.of(millis),
                    samples.stream()
                            .filter(sample -> sample.subject() == subject.subject() && !sample.accepted())
                            .count()));
        }
        Comparison p95 = Comparison.of(
                "registration with mail, p95, Keyward ÷ Keycloak",
                P95.ratio(millis(samples, Subject.KEYWARD), millis(samples, Subject.PLAIN)),
                Goal.atMost(0.2));
        return new Finding(
                List.of(p95),
                text.toString(),
                Map.of("registration.csv", MailReport.formsCsv(samples)),
                List.of(new RatioPlot("registration", "Registration with mail, p95", List.of(p95))));
    }

    private static List<Double> millis(List<FormSample> samples, Subject subject) {
        return samples.stream()
                .filter(sample -> sample.subject() == subject)
                .map(FormSample::millis)
                .toList();
    }
}
