package io.keyward.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder that is expensive to make and the same for the same name. Of several processes one makes it and the others
 * wait. A folder whose making was interrupted is made anew.
 */
final class CacheSlot {

    private static final String COMPLETE = ".complete";
    private static final int KEPT = 4;
    private static final Duration UNTOUCHED = Duration.ofHours(6);

    private final Path parent;
    private final String name;

    CacheSlot(Path parent, String name) {
        this.parent = parent;
        this.name = name;
    }

    /** The folder, made if it is not there yet. */
    Path get(Consumer<Path> maker) {
        try {
            Files.createDirectories(parent);
            // The JVM holds file locks as a whole, so its own threads are kept apart here.
            synchronized (CacheSlot.class) {
                try (FileChannel channel = FileChannel.open(
                                parent.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    return getLocked(maker, lock);
                }
            }
        } catch (IOException e) {
            throw new StackException(
                    "Cannot write to " + parent + " (" + e.getMessage()
                            + "). Choose another folder with -Dkeyward.cache.",
                    e);
        }
    }

    private Path getLocked(Consumer<Path> maker, FileLock lock) throws IOException {
        Path folder = parent.resolve(name);
        Path complete = marker(folder);
        if (!lock.isValid() || !Files.exists(complete)) {
            FileTree.delete(folder);
            Files.createDirectories(folder);
            maker.accept(folder);
            Files.createFile(complete);
            removeOld();
        }
        Files.setLastModifiedTime(complete, FileTime.from(Instant.now()));
        return folder;
    }

    /** Each change of a jar makes a new folder; those of yesterday's changes are not needed. */
    private void removeOld() {
        Instant limit = Instant.now().minus(UNTOUCHED);
        try (Stream<Path> files = Files.list(parent)) {
            List<Path> byAge = files.filter(folder -> Files.exists(marker(folder)))
                    .sorted(Comparator.comparing(CacheSlot::lastUsed).reversed())
                    .toList();
            for (Path folder : byAge.subList(Math.min(KEPT, byAge.size()), byAge.size())) {
                if (lastUsed(folder).isBefore(limit)) {
                    Files.delete(marker(folder));
                    FileTree.delete(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant lastUsed(Path folder) {
        try {
            return Files.getLastModifiedTime(marker(folder)).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    /** Beside the folder, so that a copy of the folder does not look complete. */
    private static Path marker(Path folder) {
        return folder.resolveSibling(folder.getFileName() + COMPLETE);
    }
}
