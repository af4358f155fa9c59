package io.keyward.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one running stack keeps on disk: the homes of its nodes and a note of each process. When the JVM that owned it
 * was killed, the next stack finds the notes, ends what was left running and removes the folder.
 */
final class RunFolder {

    private static final String OWNER = "owner";
    private static final String NOTE = ".pid";

    private final Path folder;

    private RunFolder(Path folder) {
        this.folder = folder;
    }

    static RunFolder create(Path runs) {
        try {
            Files.createDirectories(runs);
            Path folder = Files.createTempDirectory(runs, "run-");
            ProcessMark.of(ProcessHandle.current()).write(folder.resolve(OWNER));
            return new RunFolder(folder);
        } catch (IOException e) {
            throw new StackException("Cannot write to " + runs + ". Choose another folder with -Dkeyward.cache.", e);
        }
    }

    /** Ends what killed stacks have left behind. */
    static void endLeftovers(Path runs) {
        list(runs).stream()
                .filter(Files::isDirectory)
                .map(RunFolder::new)
                .filter(RunFolder::abandoned)
                .forEach(RunFolder::end);
    }

    String name() {
        return folder.getFileName().toString();
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    void note(String name, ProcessHandle process) {
        try {
            ProcessMark.of(process).write(folder.resolve(name + NOTE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends every process that is noted here, Keycloak before its database, and removes the folder. */
    void end() {
        list(folder).stream()
                .filter(file -> file.toString().endsWith(NOTE))
                .sorted()
                .flatMap(file -> ProcessMark.read(file).stream())
                .flatMap(mark -> mark.process().stream())
                .forEach(process -> Processes.stop(process, 5));
        FileTree.delete(folder);
    }

    private boolean abandoned() {
        Path owner = folder.resolve(OWNER);
        return Files.exists(owner)
                && ProcessMark.read(owner).flatMap(ProcessMark::process).isEmpty();
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
