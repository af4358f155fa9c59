package io.keyward.benchmarks.load;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What only the comparison of empty and filled tables has: the filling, the retention job and the plans. */
final class GrowthBenchmark {

    private static final int PLAN_SECONDS = 2;
    private static final int FIRST_RUN_SECONDS = 20;
    private static final int SESSIONS_PER_DEVICE = 3;

    private final List<RunningSubject> subjects;
    private final LoadOptions options;
    private final Path scripts;
    private final Consumer<String> progress;

    GrowthBenchmark(List<RunningSubject> subjects, LoadOptions options, Path root, Consumer<String> progress) {
        this.subjects = subjects;
        this.options = options;
        this.scripts = root.resolve("benchmarks/src/main/sql");
        this.progress = progress;
    }

    /** Fills the tables with devices of people who do not exist. */
    void fill() {
        awaitFirstRun();
        progress.accept("Filling the tables with %d devices".formatted(options.devices()));
        fill(filled(), 0, options.devices(), SESSIONS_PER_DEVICE);
    }

    /**
     * Keyward deletes devices of people who do not exist once a day, and begins with that at the first run of its job: this waits for it
     * to be over.
     */
    void awaitFirstRun() {
        try {
            Thread.sleep(FIRST_RUN_SECONDS * 1_000L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Adds devices from one number to before another. */
    void fill(RunningSubject subject, int first, int end, int sessionsPerDevice) {
        try (Connection connection = subject.stack().database().connect()) {
            new SqlScript(scripts.resolve("fill.sql"))
                    .run(
                            connection,
                            Map.of(
                                    "first",
                                    String.valueOf(first),
                                    "devices",
                                    String.valueOf(end),
                                    "series",
                                    String.valueOf(sessionsPerDevice),
                                    "realm",
                                    SubjectRealm.NAME,
                                    "client",
                                    SubjectRealm.CLIENT));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Milliseconds in PostgreSQL for one batch of each kind, by subject. The first turn is not counted. */
    Map<Subject, List<Double>> retention() {
        RetentionTurn turn = new RetentionTurn(scripts);
        Map<Subject, List<Double>> millis = new TreeMap<>();
        for (int round = 0; round <= options.rounds(); round++) {
            for (RunningSubject subject : subjects) {
                turn.begin(subject);
                double each = turn.run(subject);
                turn.end(subject);
                progress.accept("Retention, round %d, %s: %.1f ms"
                        .formatted(round, subject.subject().title(), each));
                if (round > 0) {
                    millis.computeIfAbsent(subject.subject(), key -> new ArrayList<>())
                            .add(each);
                }
            }
        }
        return millis;
    }

    /** The plans on the filled tables, by what was done. */
    Map<String, Map<String, String>> plans() {
        PlanLog log = new PlanLog(filled());
        Map<String, Map<String, String>> plans = new LinkedHashMap<>();
        for (WorkloadKind kind : options.workloads()) {
            progress.accept("Plans: " + kind.id());
            LoadScript script = kind.workload().prepare(filled(), options, PLAN_SECONDS);
            plans.put(kind.title(), log.during(() -> filled().run(script)));
        }
        progress.accept("Plans: retention");
        plans.put("Retention job", log.during(() -> new RetentionTurn(scripts).run(filled())));
        plans.get("Retention job").keySet().removeIf(text -> text.contains("due") || text.contains("signed.before"));
        return plans;
    }

    /** @throws IllegalStateException if the filling did not last: the figures would be none */
    void checkStillFilled() {
        checkStillFilled(options.devices());
    }

    /** The same of so many devices. */
    void checkStillFilled(int devices) {
        try (Connection connection = filled().stack().database().connect();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM keyward_device")) {
            count.next();
            if (count.getLong(1) < devices) {
                throw new IllegalStateException("Only " + count.getLong(1) + " devices are left in the tables.");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private RunningSubject filled() {
        return subjects.stream()
                .filter(subject -> subject.subject() == Subject.KEYWARD_FILLED)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no subject to be filled."));
    }
}
