package io.keyward.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which files were sent, and whom Keycloak would not take; kept after each file, so that a run that stopped can go on. */
final class SentLog {

    private static final String HEADER = "file,server,added,unchanged,left-out";

    private final Folder folder;
    private final String server;

    SentLog(Folder folder, String server) {
        this.folder = folder;
        this.server = server;
    }

    /** The names of files that this server has got. */
    Set<String> sent() throws IOException {
        Path log = folder.file(Folder.SENT);
        Set<String> names = new HashSet<>();
        if (Files.exists(log)) {
            for (String line : Files.readAllLines(log)) {
                List<String> fields = List.of(line.split(",", -1));
                // A line that was cut off by the end of a run does not count.
                if (fields.size() == 5 && fields.get(1).equals(server)) {
                    names.add(fields.get(0));
                }
            }
        }
        return names;
    }

    synchronized void add(Path file, Outcome outcome) throws IOException {
        StringBuilder leftOut = new StringBuilder();
        outcome.leftOut()
                .forEach((row, reason) ->
                        leftOut.append(row).append(',').append(reason.word()).append('\n'));
        append(folder.file(Folder.NOT_SENT), "row,reason", leftOut.toString());
        append(
                folder.file(Folder.SENT),
                HEADER,
                "%s,%s,%d,%d,%d%n"
                        .formatted(
                                file.getFileName(),
                                server,
                                outcome.added(),
                                outcome.unchanged(),
                                outcome.leftOut().size()));
    }

    private static void append(Path file, String header, String lines) throws IOException {
        String text = Files.exists(file) ? lines : header + "\n" + lines;
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
