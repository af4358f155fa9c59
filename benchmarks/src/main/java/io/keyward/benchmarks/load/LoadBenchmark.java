package io.keyward.benchmarks.load;

import io.keyward.stack.StackException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compares subjects under load; {@code benchmarks/load} starts it. */
public final class LoadBenchmark {

    private static final PrintStream OUT = System.out;

    private LoadBenchmark() {}

    /** The checkout is the system property {@code keyward.root}, or here. */
    public static void main(String... words) throws IOException {
        Mode mode = Mode.of(words);
        LoadOptions options = options(mode, words);
        if (options.help()) {
            OUT.print(LoadOptions.USAGE);
            return;
        }
        try {
            run(options, mode);
        } catch (StackException e) {
            OUT.println(e.getMessage());
            System.exit(1);
        }
    }

    /** What the first word chooses. */
    private enum Mode {
        LOAD,
        GROWTH,
        MAIL,
        TIMING,
        CHECK,
        DEFAULTS;

        static Mode of(String... words) {
            String first = words.length == 0 ? "" : words[0];
            return switch (first) {
                case "--growth" -> GROWTH;
                case "--mail" -> MAIL;
                case "--timing" -> TIMING;
                case "--check" -> CHECK;
                case "--defaults" -> DEFAULTS;
                default -> LOAD;
            };
        }
    }

    private static LoadOptions options(Mode mode, String... words) {
        try {
            return switch (mode) {
                case LOAD -> LoadOptions.load(words);
                case GROWTH -> LoadOptions.growth(Arrays.copyOfRange(words, 1, words.length));
                case MAIL -> LoadOptions.mail(Arrays.copyOfRange(words, 1, words.length));
                case TIMING -> LoadOptions.timing(Arrays.copyOfRange(words, 1, words.length));
                case CHECK -> LoadOptions.check(Arrays.copyOfRange(words, 1, words.length));
                case DEFAULTS -> LoadOptions.defaults(Arrays.copyOfRange(words, 1, words.length));
            };
        } catch (IllegalArgumentException e) {
            OUT.println(e.getMessage() + " benchmarks/load --help lists what there is.");
            System.exit(2);
            throw e;
        }
    }

    private static void run(LoadOptions options, Mode mode) throws IOException {
        Path root = Path.of(System.getProperty("keyward.root", "."))
                .toAbsolutePath()
                .normalize();
        Path work = Files.createTempDirectory("keyward-load-");
        Machine before = Machine.now();
        List<RunningSubject> running = new ArrayList<>();
        try {
            if (options.oneServer()) {
                running.addAll(RunningSubject.startOne(root, work, options, LoadBenchmark::step));
            } else {
                for (Subject subject : options.subjects()) {
                    running.add(RunningSubject.start(
                            subject, root, work, options, line -> step(subject.title() + ": " + line)));
                }
            }
            Path folder = Files.createDirectories(options.results(root));
            switch (mode) {
                case LOAD, DEFAULTS -> load(running, options, before, work, folder);
                case CHECK -> check(running, options, before, work, folder);
                case GROWTH -> growth(running, options, before, root, folder);
                case MAIL -> mail(running, options, before, folder);
                case TIMING -> timing(running.get(0), options, before, folder);
            }
            step("Report: " + folder);
        } finally {
            running.forEach(RunningSubject::close);
            delete(work);
        }
    }

    private static void load(List<RunningSubject> running, LoadOptions options, Machine before, Path work, Path folder)
            throws IOException {
        Turns turns = new Turns(running, options, LoadBenchmark::step);
        turns.prepare();
        List<Sample> samples = turns.measure();
        Files.writeString(folder.resolve("load.csv"), new SamplesCsv(samples).text());
        Machine after = Machine.now();
        List<StatementCount> statements = turns.countStatements();
        List<Profile> profiles = options.profile() ? turns.profile(work) : List.of();
        Files.writeString(
                folder.resolve("load.md"),
                new LoadReport(options, before, after, samples, statements, profiles).text());
    }

    private static void check(List<RunningSubject> running, LoadOptions options, Machine before, Path work, Path folder)
            throws IOException {
        for (RunningSubject subject : running) {
            int count = subject.liveSessions().count();
            step("%s: %d live sessions".formatted(subject.subject().title(), count));
        }
        Turns turns = new Turns(running, options, LoadBenchmark::step);
        turns.prepare();
        List<Sample> samples = turns.measure();
        Files.writeString(folder.resolve("load.csv"), new SamplesCsv(samples).text());
        Machine after = Machine.now();
        List<StatementCount> statements = turns.countStatements();
        List<Profile> profiles = options.profile() ? turns.profile(work) : List.of();
        LoadReport load = new LoadReport(options, before, after, samples, statements, profiles);
        Files.writeString(folder.resolve("check.md"), new CheckReport(load).text());
    }

    private static void growth(
            List<RunningSubject> running, LoadOptions options, Machine before, Path root, Path folder)
            throws IOException {
        GrowthBenchmark growth = new GrowthBenchmark(running, options, root, LoadBenchmark::step);
        growth.fill();
        Turns turns = new Turns(running, options, LoadBenchmark::step);
        turns.prepare();
        List<Sample> samples = turns.measure();
        Files.writeString(folder.resolve("load.csv"), new SamplesCsv(samples).text());
        Map<Subject, List<Double>> retention = growth.retention();
        growth.checkStillFilled();
        Machine after = Machine.now();
        Files.writeString(
                folder.resolve("growth.md"),
                new GrowthReport(options, before, after, samples, turns.countStatements(), retention).text());
        Files.writeString(options.plans(root), new PlanDocument(options, after, growth.plans()).text());
    }

    private static void mail(List<RunningSubject> running, LoadOptions options, Machine before, Path folder)
            throws IOException {
        try (MailSink sink = new MailSink()) {
            MailBenchmark mail = new MailBenchmark(running, options, sink, LoadBenchmark::step);
            mail.prepare();
            List<MailTurn> turns = mail.deliver();
            List<FormSample> forms = mail.forms();
            Files.writeString(folder.resolve("mail.csv"), MailReport.turnsCsv(turns));
            Files.writeString(folder.resolve("forms.csv"), MailReport.formsCsv(forms));
            Files.writeString(
                    folder.resolve("mail.md"), new MailReport(options, before, Machine.now(), turns, forms).text());
        }
    }

    private static void timing(RunningSubject running, LoadOptions options, Machine before, Path folder)
            throws IOException {
        try (MailSink sink = new MailSink()) {
            List<TimingSample> samples = new TimingBenchmark(running, options, LoadBenchmark::step).measure(sink);
            Files.writeString(folder.resolve("timing.csv"), TimingReport.csv(samples));
            Files.writeString(
                    folder.resolve("timing.md"), new TimingReport(options, before, Machine.now(), samples).text());
        }
    }

    /** Refresh tokens are in there. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void step(String line) {
        OUT.println("· " + LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + line);
    }
}
