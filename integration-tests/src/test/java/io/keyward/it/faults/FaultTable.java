package io.keyward.it.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The counts of a run, as {@code docs/faults.md} shows them, written beside the logs: {@code target/faults.md}. */
final class FaultTable {

    private static final Path FILE = Path.of("target", "faults.md");

    private final List<String> rows = new ArrayList<>(List.of(
            "| Fault | Stories | Requests | Errors by kind | Slowest answer | Gave up | Asked for a reset again | Refused from memory"
                    + " | Old passwords taken | Sessions lost | Accepted after the end | By a node out of service"
                    + " | Mails lost | Double successors |",
            "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|"));

    void add(String fault, Tally tally) {
        String errors = tally.errors().entrySet().stream()
                .map(error -> error.getKey() + ": " + error.getValue())
                .collect(Collectors.joining(", "));
        rows.add(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %s | %.1f s | %d | %d | %d | %d | %d | %d | %d | %d | %d |",
                fault,
                tally.stories.sum(),
                tally.answers.sum(),
                errors.isEmpty() ? "none" : errors,
                tally.slowestSeconds(),
                tally.givenUp.sum(),
                tally.askedAgain.sum(),
                tally.refusedFromMemory.sum(),
                tally.oldPasswordsTaken.sum(),
                tally.sessionsLost.sum(),
                tally.acceptedAfterTheEnd.sum(),
                tally.acceptedOutOfService.sum(),
                tally.mailsLost.sum(),
                tally.doubleSuccessors.sum()));
        try {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
