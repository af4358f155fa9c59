package io.keyward.migration;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** The folder between the two steps. It holds password hashes and addresses, so nobody else may look into it. */
record Folder(Path path) {

    static final String SUMMARY = "summary.json";
    static final String SKIPPED = "skipped.csv";
    static final String SENT = "sent.csv";
    static final String NOT_SENT = "not-sent.csv";

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /** @throws ImportException if there is something in it */
    static Folder empty(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> files = Files.list(path)) {
                if (files.findAny().isPresent()) {
                    throw new ImportException("The folder " + path + " is not empty.");
                }
            }
        } else {
            Files.createDirectories(path, owner("rwx------"));
        }
        return new Folder(path);
    }

    /** @throws ImportException if {@code prepare} did not finish there */
    static Folder prepared(Path path) {
        if (!Files.isRegularFile(path.resolve(SUMMARY))) {
            throw new ImportException("There is no " + SUMMARY + " in " + path + ": prepare has not finished there.");
        }
        return new Folder(path);
    }

    static String chunk(int number) {
        return "users-%05d.json".formatted(number);
    }

    Path file(String name) {
        return path.resolve(name);
    }

    OutputStream create(String name) throws IOException {
        Path file = Files.createFile(file(name), owner("rw-------"));
        return Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** The files for the partial import, in order. */
    List<Path> chunks() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().matches("users-[0-9]+\\.json"))
                    .sorted()
                    .toList();
        }
    }

    private static FileAttribute<?>[] owner(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
