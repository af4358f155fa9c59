package io.keyward.benchmarks.load;

import io.keyward.stack.StackException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Compares subjects under load; {@code benchmarks/load} starts it. */
public final class LoadBenchmark {

    private static final PrintStream OUT = System.out;

    private LoadBenchmark() {}

    /** The checkout is the system property {@code keyward.root}, or here. */
    public static void main(String... words) throws IOException {
        try {
            LoadOptions options = LoadOptions.parse(words);
            if (options.help()) {
                OUT.print(LoadOptions.USAGE);
            } else {
                run(options);
            }
        } catch (IllegalArgumentException e) {
            OUT.println(e.getMessage() + " benchmarks/load --help lists what there is.");
            System.exit(2);
        } catch (StackException e) {
            OUT.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(LoadOptions options) throws IOException {
        Path root = Path.of(System.getProperty("keyward.root", "."))
                .toAbsolutePath()
                .normalize();
        Path work = Files.createTempDirectory("keyward-load-");
        Machine before = Machine.now();
        List<RunningSubject> running = new ArrayList<>();
        try {
            for (Subject subject : options.subjects()) {
                running.add(RunningSubject.start(
                        subject, root, work, options, line -> step(subject.title() + ": " + line)));
            }
            Turns turns = new Turns(running, options, LoadBenchmark::step);
            turns.prepare();
            List<Sample> samples = turns.measure();
            List<StatementCount> statements = turns.countStatements();
            List<Profile> profiles = options.profile() ? turns.profile(work) : List.of();
            Path folder = Files.createDirectories(options.results(root));
            Files.writeString(folder.resolve("load.csv"), new SamplesCsv(samples).text());
            Files.writeString(
                    folder.resolve("load.md"),
                    new LoadReport(options, before, Machine.now(), samples, statements, profiles).text());
            step("Report: " + folder.resolve("load.md"));
        } finally {
            running.forEach(RunningSubject::close);
        }
    }

    private static void step(String line) {
        OUT.println("· " + LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + line);
    }
}
