package io.keyward.benchmarks.load;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Keycloak's own sender and the outbox on one mail server: how fast mails get there, and how long people wait for the page after a form
 * that sends one. One subject is loaded at a time.
 */
final class MailBenchmark {

    /** Milliseconds for an answer of the mail server: on the same machine, in the same region, on another continent. */
    static final List<Integer> LATENCIES = List.of(0, 20, 150);

    /** At which people are measured. */
    static final int FORM_LATENCY = 150;

    private static final int RECIPIENTS = 20;
    private static final int WARM_UP_FORMS = 15;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final List<RunningSubject> subjects;
    private final LoadOptions options;
    private final MailSink sink;
    private final Consumer<String> progress;
    private final Map<RunningSubject, MailRush> rushes = new HashMap<>();
    private final Random random = new Random(26);
    private int visitors;

    MailBenchmark(List<RunningSubject> subjects, LoadOptions options, MailSink sink, Consumer<String> progress) {
        this.subjects = subjects;
        this.options = options;
        this.sink = sink;
        this.progress = progress;
    }

    /** Gives every realm the same mail server, and as many connections to it as there are administrators who ask for mails. */
    void prepare() {
        for (RunningSubject subject : subjects) {
            subject.admin().change(realm -> {
                realm.putObject("smtpServer")
                        .put("host", "127.0.0.1")
                        .put("port", String.valueOf(sink.port()))
                        .put("from", "load@example.test");
                // Else Keycloak's own registration sends no mail.
                realm.put("verifyEmail", !subject.subject().keyward());
                realm.withObject("/attributes").put("keyward.mail.connections", String.valueOf(options.connections()));
            });
            List<String> ids = IntStream.range(0, RECIPIENTS)
                    .mapToObj(number -> subject.admin().userId(People.pooledAddress(number)))
                    .toList();
            rushes.put(subject, new MailRush(base(subject), subject.admin(), ids, options.connections()));
            progress.accept("Warming up: " + subject.subject().title());
            sink.latency(0);
            underLoad(subject, options.warmUp());
        }
    }

    List<MailTurn> deliver() {
        List<MailTurn> turns = new ArrayList<>();
        for (int round = 1; round <= options.rounds(); round++) {
            for (int latency : LATENCIES) {
                List<RunningSubject> order = new ArrayList<>(subjects);
                Collections.rotate(order, round);
                for (RunningSubject subject : order) {
                    turns.add(turn(subject, latency, round));
                }
            }
        }
        return turns;
    }

    private MailTurn turn(RunningSubject subject, int latency, int round) {
        sink.latency(latency);
        Usage before = subject.meter().read();
        double underLoad = underLoad(subject, options.seconds());
        double processor = subject.meter().read().since(before).keycloak() * 1_000 / sink.mails();
        double backlog = subject.subject().keyward() ? backlog(subject) : 0;
        MailTurn turn = new MailTurn(subject.subject(), latency, round, underLoad, backlog, processor);
        progress.accept("Round %d, %d ms, %s: %.1f/s under load, %.1f/s of a backlog"
                .formatted(round, latency, subject.subject().title(), underLoad, backlog));
        return turn;
    }

    private double underLoad(RunningSubject subject, int seconds) {
        sink.begin();
        long start = System.nanoTime();
        int accepted = rushes.get(subject).during(seconds);
        await(accepted);
        return accepted * 1e9 / (System.nanoTime() - start);
    }

    private double backlog(RunningSubject subject) {
        sink.begin();
        sink.closedForNow(true);
        int accepted = rushes.get(subject).mails(options.mails());
        sink.closedForNow(false);
        // The courier looks after the server again within some seconds; counted is from its first mail on.
        await(accepted);
        return (accepted - 1) / sink.seconds();
    }

    private void await(int mails) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (sink.mails() < mails) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(mails - sink.mails() + " mails did not arrive.");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /** Known and unknown addresses take turns in random order, and so do the subjects: what drifts meets all of them. */
    List<FormSample> forms() {
        sink.latency(FORM_LATENCY);
        List<FormSample> samples = new ArrayList<>();
        for (int number = -WARM_UP_FORMS; number < options.samples(); number++) {
            for (FormKind form : FormKind.values()) {
                for (RunningSubject subject : subjects) {
                    for (boolean known :
                            random.nextBoolean() ? new boolean[] {true, false} : new boolean[] {false, true}) {
                        FormSample sample = form(subject, form, known, number);
                        if (number >= 0) {
                            samples.add(sample);
                        }
                    }
                }
            }
            if (number % 25 == 0) {
                progress.accept("Forms: " + number + " of " + options.samples());
            }
        }
        return samples;
    }

    /**
     * Registrations that send a mail, one after the other, subjects in turn; none begins after the end.
     *
     * @param count for each subject, at most
     */
    List<FormSample> registrations(int count, Instant end) {
        sink.latency(FORM_LATENCY);
        List<FormSample> samples = new ArrayList<>();
        for (int number = -WARM_UP_FORMS;
                number < count && (number < 1 || Instant.now().isBefore(end));
                number++) {
            List<RunningSubject> order = new ArrayList<>(subjects);
            Collections.rotate(order, number);
            for (RunningSubject subject : order) {
                FormSample sample = form(subject, FormKind.REGISTRATION, false, number);
                if (number >= 0) {
                    samples.add(sample);
                }
            }
        }
        return samples;
    }

    /** Nobody is asked for twice with one form: the owner of an address is told of a sign-up once in a while only. */
    private FormSample form(RunningSubject subject, FormKind form, boolean known, int number) {
        String address = known
                ? People.pooledAddress(RECIPIENTS + WARM_UP_FORMS + number)
                : "stranger-%06d@example.test".formatted(visitors++);
        FormVisit.Seen seen = new FormVisit().submit(form.page(base(subject)), form.fields(address));
        boolean accepted = seen.status() == 200 && form.accepted(seen.page());
        return new FormSample(subject.subject(), form, known, seen.millis(), accepted);
    }

    private static URI base(RunningSubject subject) {
        return subject.stack().baseUrl();
    }
}
