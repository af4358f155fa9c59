package io.keyward.benchmarks.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Measures all sections that are wanted, one group after the other, and writes the report anew after each. */
public final class ProofRun {

    private final List<Group> groups;
    private final ProofOptions options;
    private final Path folder;
    private final String machine;
    private final Consumer<String> progress;
    private final Timetable timetable;
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

    /**
     * @param folder of the report; it is made
     * @param machine in words
     * @param progress is told each step
     */
    public ProofRun(List<Group> groups, ProofOptions options, Path folder, String machine, Consumer<String> progress) {
        this.groups = List.copyOf(groups);
        this.options = options;
        this.folder = folder;
        this.machine = machine;
        this.progress = progress;
        this.timetable = new Timetable(Duration.ofMinutes(options.minutes()));
        check();
    }

    /** Ids and titles of all sections, for the help text. */
    public static String list(List<Group> groups) {
        StringBuilder text = new StringBuilder();
        for (Group group : groups) {
            for (Section section : group.sections()) {
                text.append("  %-18s %s%n".formatted(section.id(), section.title()));
            }
        }
        return text.toString();
    }

    /** @return whether every section that was wanted found something */
    public boolean run() {
        groups.forEach(group -> wanted(group).forEach(section -> outcomes.put(section.id(), Outcome.notYet(section))));
        for (Group group : groups) {
            if (!wanted(group).isEmpty()) {
                timetable.plan(group, wanted(group));
            }
        }
        for (Group group : groups) {
            if (!wanted(group).isEmpty()) {
                run(group);
            }
        }
        write();
        progress.accept("Done after " + Timetable.clock(timetable.elapsed()) + ". Report: " + folder);
        return outcomes.values().stream().allMatch(outcome -> outcome.finding().isPresent());
    }

    private void run(Group group) {
        timetable.started();
        List<Section> left = new ArrayList<>(wanted(group));
        try (group) {
            progress.accept(group.title() + " (" + timetable.text() + ")");
            group.start();
            while (!left.isEmpty()) {
                Section section = left.remove(0);
                outcomes.put(section.id(), measure(section));
                write();
            }
        } catch (RuntimeException e) {
            progress.accept(group.title() + " failed: " + reason(e));
            for (Section section : left) {
                timetable.leftOut();
                outcomes.put(section.id(), Outcome.failed(section, "The servers: " + reason(e), Duration.ZERO));
            }
            write();
        }
    }

    private Outcome measure(Section section) {
        Instant began = Instant.now();
        try {
            Instant end = timetable.next();
            progress.accept("%s: %s (%s)".formatted(section.id(), section.title(), timetable.text()));
            Finding finding = section.work().apply(end);
            return Outcome.found(section, finding, Duration.between(began, Instant.now()));
        } catch (RuntimeException e) {
            progress.accept(section.id() + " failed: " + reason(e));
            return Outcome.failed(section, reason(e), Duration.between(began, Instant.now()));
        }
    }

    private void write() {
        try {
            Files.createDirectories(folder);
            for (Outcome outcome : outcomes.values()) {
                if (outcome.finding().isPresent()) {
                    for (Map.Entry<String, String> file :
                            outcome.finding().get().files().entrySet()) {
                        Files.writeString(folder.resolve(file.getKey()), file.getValue());
                    }
                    for (Plot plot : outcome.finding().get().plots()) {
                        plot.write(folder);
                    }
                }
            }
            ProofReport report = new ProofReport(List.copyOf(outcomes.values()), options, machine, timetable.elapsed());
            report.goals().ifPresent(plot -> plot.write(folder));
            Files.writeString(folder.resolve("report.md"), report.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Section> wanted(Group group) {
        return group.sections().stream().filter(options::wants).toList();
    }

    private void check() {
        List<String> ids = groups.stream()
                .flatMap(group -> group.sections().stream())
                .map(Section::id)
                .toList();
        for (String id : options.only()) {
            if (!ids.contains(id)) {
                throw new IllegalArgumentException("There is no section " + id + ".");
            }
        }
    }

    /** The first line: what follows may hold answers of servers. */
    private static String reason(RuntimeException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse(e.getClass().getSimpleName());
    }
}
