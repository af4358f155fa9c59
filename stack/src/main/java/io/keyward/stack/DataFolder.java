package io.keyward.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of data that one stack at a time works on, known by a note of the JVM that does. */
final class DataFolder implements AutoCloseable {

    private final Path folder;

    private DataFolder(Path folder) {
        this.folder = folder;
    }

    static DataFolder claim(Path folder) {
        DataFolder data = new DataFolder(folder);
        if (ProcessMark.read(data.owner()).flatMap(ProcessMark::process).isPresent()) {
            throw new StackException(
                    "Another stack is running on the data folder " + folder + ". End it, or choose another folder.");
        }
        try {
            Files.createDirectories(folder);
            ProcessMark.of(ProcessHandle.current()).write(data.owner());
            return data;
        } catch (IOException e) {
            throw new StackException("Cannot write to the data folder " + folder + " (" + e.getMessage() + ").", e);
        }
    }

    Path database() {
        return folder.resolve("postgresql");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(owner());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path owner() {
        return folder.resolve("in-use");
    }
}
