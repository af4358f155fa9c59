package io.keyward.benchmarks.load;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report on what time tells, in Markdown, and its figures as they were measured. */
record TimingReport(LoadOptions options, Machine before, Machine after, List<TimingSample> samples) {

    /** Below it a difference is hardly chance. */
    private static final double SIGNIFICANT = 0.05;

    static String csv(List<TimingSample> samples) {
        return "hash,form,account,ms,expected\n"
                + samples.stream()
                        .map(sample -> String.format(
                                Locale.ROOT,
                                "%s,%s,%s,%.3f,%s%n",
                                sample.hash(),
                                sample.form().name().toLowerCase(Locale.ROOT),
                                sample.account().name().toLowerCase(Locale.ROOT),
                                sample.millis(),
                                sample.expected()))
                        .collect(Collectors.joining());
    }

    String text() {
        StringBuilder text = new StringBuilder("# What time tells\n\n");
        text.append("%s to %s UTC. %s. Load average %.2f before and %.2f after.\n\n"
                .formatted(before.time(), after.time(), before.text(), before.load(), after.load()));
        text.append("""
                %d forms of each kind and account, one at a time, in random order; from when the form was sent until the page that follows was there,
                redirects included. Each kind of account is compared with unknown addresses by two tests, both two-sided: Mann–Whitney, and
                Kolmogorov–Smirnov, which sees differences of spread and form too. *Slower* is how often an answer to the known one took longer than
                one to an unknown one: 50 %% if they are alike. *Shift* is the difference of the medians. How to read all this:
                [README](../../README.md).

                """.formatted(options.samples()));
        for (TimingBenchmark.Hash hash : options.hashes()) {
            text.append("## " + hash.title() + "\n\n");
            for (TimingForm form : TimingForm.values()) {
                table(text, hash, form);
            }
        }
        return text.toString();
    }

    private void table(StringBuilder text, TimingBenchmark.Hash hash, TimingForm form) {
        List<Double> unknown = millis(hash, form, TimingAccount.UNKNOWN);
        text.append("### " + form.title() + "\n\n");
        text.append(
                "| address | p50, ms | p95, ms | shift, ms | slower | Mann–Whitney p | Kolmogorov–Smirnov D, p | at 5 % | other pages |\n"
                        + "|---|---|---|---|---|---|---|---|---|\n");
        text.append("| %s | %.1f | %.1f | | | | | | %d |\n"
                .formatted(
                        TimingAccount.UNKNOWN.title(),
                        percentile(unknown, 50),
                        percentile(unknown, 95),
                        unexpected(hash, form, TimingAccount.UNKNOWN)));
        for (TimingAccount account : form.known()) {
            List<Double> known = millis(hash, form, account);
            MannWhitney ranks = MannWhitney.of(known, unknown);
            KolmogorovSmirnov distributions = KolmogorovSmirnov.of(known, unknown);
            text.append("| %s | %.1f | %.1f | %+.2f | %.1f %% | %.4f | %.3f, %.4f | %s | %d |\n"
                    .formatted(
                            account.title(),
                            percentile(known, 50),
                            percentile(known, 95),
                            percentile(known, 50) - percentile(unknown, 50),
                            ranks.greater() * 100,
                            ranks.p(),
                            distributions.distance(),
                            distributions.p(),
                            Math.min(ranks.p(), distributions.p()) < SIGNIFICANT
                                    ? "they differ"
                                    : "no difference found",
                            unexpected(hash, form, account)));
        }
        text.append('\n');
    }

    private List<TimingSample> of(TimingBenchmark.Hash hash, TimingForm form, TimingAccount account) {
        return samples.stream()
                .filter(sample ->
                        sample.hash().equals(hash.id()) && sample.form() == form && sample.account() == account)
                .toList();
    }

    private List<Double> millis(TimingBenchmark.Hash hash, TimingForm form, TimingAccount account) {
        return of(hash, form, account).stream().map(TimingSample::millis).toList();
    }

    private long unexpected(TimingBenchmark.Hash hash, TimingForm form, TimingAccount account) {
        return of(hash, form, account).stream()
                .filter(sample -> !sample.expected())
                .count();
    }

    /** The nearest rank. */
    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(percent / 100.0 * sorted.size()) - 1);
    }
}
