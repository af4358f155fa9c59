package io.keyward.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A process as noted on disk. The start time tells it from a later process that was given the same number. */
record ProcessMark(long pid, long startedAtMillis) {

    /** The kernel's clock and ours drift apart by less than this. */
    private static final long TOLERANCE_MILLIS = 2_000;

    static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(process.pid(), startOf(process));
    }

    /** Reads a note; empty when there is none or it makes no sense. */
    static Optional<ProcessMark> read(Path file) {
        try {
            String[] words = Files.readString(file).strip().split(" ", 2);
            return Optional.of(new ProcessMark(Long.parseLong(words[0]), Long.parseLong(words[1])));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        Files.writeString(file, pid + " " + startedAtMillis + "\n");
    }

    /** The process, if this very one still runs. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(found -> Math.abs(startOf(found) - startedAtMillis) <= TOLERANCE_MILLIS);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
