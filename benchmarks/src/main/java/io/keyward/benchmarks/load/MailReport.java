package io.keyward.benchmarks.load;

import io.keyward.benchmarks.proof.Spread;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The report on mail, in Markdown, and its figures as they were measured. */
record MailReport(LoadOptions options, Machine before, Machine after, List<MailTurn> turns, List<FormSample> forms) {

    static String turnsCsv(List<MailTurn> turns) {
        return "subject,latency_ms,round,under_load_per_second,backlog_per_second,keycloak_cpu_ms_each\n"
                + turns.stream()
                        .map(turn -> String.format(
                                Locale.ROOT,
                                "%s,%d,%d,%.2f,%.2f,%.3f%n",
                                turn.subject().id(),
                                turn.latency(),
                                turn.round(),
                                turn.underLoad(),
                                turn.backlog(),
                                turn.keycloak()))
                        .collect(Collectors.joining());
    }

    static String formsCsv(List<FormSample> forms) {
        return "subject,form,address,ms,accepted\n"
                + forms.stream()
                        .map(form -> String.format(
                                Locale.ROOT,
                                "%s,%s,%s,%.3f,%s%n",
                                form.subject().id(),
                                form.form().id(),
                                form.known() ? "known" : "unknown",
                                form.millis(),
                                form.accepted()))
                        .collect(Collectors.joining());
    }

    String text() {
        StringBuilder text = new StringBuilder("# Mail\n\n");
        text.append("%s to %s UTC. %s. Load average %.2f before and %.2f after.\n\n"
                .formatted(before.time(), after.time(), before.text(), before.load(), after.load()));
        text.append("## Mails a second\n\n");
        text.append("""
                %d administrators at once ask for mails for %d s (*under load*: until the last has arrived), %d rounds; medians, with least and
                most in brackets. *Backlog*: %d mails that had waited for the server, from the first to the last; both may use %d connections. Keycloak
                sends only when it is asked, so its *under load* is what the backlog is compared with. Ratios compare turns of the same round. The server
                has PIPELINING and takes the given time for each answer that somebody waits for.

                """.formatted(
                options.connections(), options.seconds(), options.rounds(), options.mails(), options.connections()));
        text.append(
                "| server's answer takes | | under load | backlog | Keycloak's processor, ms each |\n|---|---|---|---|---|\n");
        for (int latency : MailBenchmark.LATENCIES) {
            for (Subject subject : options.subjects()) {
                text.append("| %d ms | %s | %s | %s | %s |\n"
                        .formatted(
                                latency,
                                subject.title(),
                                spread(subject, latency, MailTurn::underLoad).text(1),
                                subject.keyward()
                                        ? spread(subject, latency, MailTurn::backlog)
                                                .text(1)
                                        : "",
                                spread(subject, latency, MailTurn::keycloak).text(2)));
            }
        }
        text.append(ratios());
        text.append(formTables());
        return text.toString();
    }

    private String ratios() {
        StringBuilder text = new StringBuilder(
                "\n| ratio | server's answer takes | under load | delivery (goal ≥ 5) |\n|---|---|---|---|\n");
        for (Subject of : options.subjects()) {
            for (Subject to : options.subjects()) {
                if (of.keyward() && !to.keyward()) {
                    for (int latency : MailBenchmark.LATENCIES) {
                        text.append("| %s ÷ %s | %d ms | %s | %s |\n"
                                .formatted(
                                        of.title(),
                                        to.title(),
                                        latency,
                                        paired(of, to, latency, MailTurn::underLoad)
                                                .text(2),
                                        paired(of, to, latency, MailTurn::delivery)
                                                .text(2)));
                    }
                }
            }
        }
        return text.append('\n').toString();
    }

    private String formTables() {
        StringBuilder text = new StringBuilder("## Forms that send a mail\n\n");
        text.append("""
                The server's answer takes %d ms. From when the form was sent until the page that follows was there, redirects included; one visitor at
                a time, %d forms of each kind, known and unknown addresses and subjects in turn and at random.

                """.formatted(MailBenchmark.FORM_LATENCY, options.samples()));
        for (FormKind form : FormKind.values()) {
            text.append(new FormTable(form, options.subjects(), of(sample -> sample.form() == form)).text());
        }
        return text.toString();
    }

    private List<FormSample> of(Predicate<FormSample> wanted) {
        return forms.stream().filter(wanted).toList();
    }

    private List<MailTurn> of(Subject subject, int latency) {
        return turns.stream()
                .filter(turn -> turn.subject() == subject && turn.latency() == latency)
                .toList();
    }

    private Spread spread(Subject subject, int latency, ToDoubleFunction<MailTurn> figure) {
        return Spread.of(
                of(subject, latency).stream().map(figure::applyAsDouble).toList());
    }

    private Spread paired(Subject of, Subject to, int latency, ToDoubleFunction<MailTurn> figure) {
        return Spread.of(of(of, latency).stream()
                .flatMap(one -> of(to, latency).stream()
                        .filter(other -> other.round() == one.round())
                        .map(other -> figure.applyAsDouble(one) / figure.applyAsDouble(other)))
                .toList());
    }
}
