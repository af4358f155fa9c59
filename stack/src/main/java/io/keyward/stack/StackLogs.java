package io.keyward.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where logs go when the caller names no place: one folder for each stack, of which the latest are kept. */
final class StackLogs {

    private static final int KEPT = 20;

    private StackLogs() {}

    static Path folder(StackSettings settings, RunFolder run) {
        try {
            if (settings.logs().isPresent()) {
                return Files.createDirectories(settings.logs().get());
            }
            Path logs = settings.folders().logs();
            removeOld(logs);
            return Files.createDirectories(logs.resolve(run.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeOld(Path logs) throws IOException {
        if (!Files.isDirectory(logs)) {
            return;
        }
        try (Stream<Path> folders = Files.list(logs)) {
            List<Path> latestFirst = folders.sorted(Comparator.comparing(
                                    (Path folder) -> folder.toFile().lastModified())
                            .reversed())
                    .toList();
            latestFirst.stream().skip(KEPT).forEach(FileTree::delete);
        }
    }
}
