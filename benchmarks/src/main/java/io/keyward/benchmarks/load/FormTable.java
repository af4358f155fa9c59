package io.keyward.benchmarks.load;

import java.util.List;

/** One form: how long people wait, compared between subjects and between known and unknown addresses. */
record FormTable(FormKind form, List<Subject> subjects, List<FormSample> samples) {

    /** Below it a difference is hardly chance. */
    private static final double SIGNIFICANT = 0.05;

    String text() {
        StringBuilder text = new StringBuilder("### " + form.title() + "\n\n");
        text.append("| | address | p50, ms | p95, ms | the form again |\n|---|---|---|---|---|\n");
        for (Subject subject : subjects) {
            for (boolean known : new boolean[] {true, false}) {
                List<Double> millis = millis(subject, known);
                text.append("| %s | %s | %.1f | %.1f | %d |\n"
                        .formatted(
                                subject.title(),
                                known ? "known" : "unknown",
                                percentile(millis, 50),
                                percentile(millis, 95),
                                of(subject, known).stream()
                                        .filter(sample -> !sample.accepted())
                                        .count()));
            }
        }
        text.append("\n| p95, with a mail | ratio (goal ≤ 0.2) |\n|---|---|\n");
        for (Subject of : subjects) {
            for (Subject to : subjects) {
                if (of.keyward() && !to.keyward()) {
                    text.append("| %s ÷ %s | %.3f |\n"
                            .formatted(
                                    of.title(), to.title(), percentile(mailed(of), 95) / percentile(mailed(to), 95)));
                }
            }
        }
        text.append(
                "\n| known against unknown (Mann–Whitney, two-sided) | p | known slower than unknown | verdict at 5 % |\n");
        text.append("|---|---|---|---|\n");
        subjects.forEach(subject -> text.append(alike(subject)));
        return text.append('\n').toString();
    }

    private String alike(Subject subject) {
        MannWhitney test = MannWhitney.of(millis(subject, true), millis(subject, false));
        return "| %s | %.4f | %.0f %% of pairs | %s |\n"
                .formatted(
                        subject.title(),
                        test.p(),
                        test.greater() * 100,
                        test.p() < SIGNIFICANT ? "they differ" : "no difference found");
    }

    /** Those that make both subjects send a mail: a new account, or a password of an account that is there. */
    private List<Double> mailed(Subject subject) {
        return millis(subject, form == FormKind.FORGOT_PASSWORD);
    }

    private List<FormSample> of(Subject subject, boolean known) {
        return samples.stream()
                .filter(sample -> sample.subject() == subject && sample.known() == known)
                .toList();
    }

    private List<Double> millis(Subject subject, boolean known) {
        return of(subject, known).stream().map(FormSample::millis).toList();
    }

    /** The nearest rank. */
    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(percent / 100.0 * sorted.size()) - 1);
    }
}
