package io.keyward.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A log of a process, read while it may be written. */
final class LogFile {

    private static final int TAIL = 25;

    private LogFile() {}

    static String text(Path log) {
        return text(log, 0);
    }

    /** What was written after a number of bytes, which others may have written before. */
    static String text(Path log, long from) {
        try {
            byte[] all = Files.readAllBytes(log);
            int begin = (int) Math.min(from, all.length);
            return new String(all, begin, all.length - begin, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** Bytes written so far; 0 if there is no such file. */
    static long length(Path log) {
        return log.toFile().length();
    }

    /** Enough to see why a process gave up, followed by where the rest is. */
    static String lastLines(Path log) {
        List<String> lines = text(log).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size())) + "\n(all of it: " + log
                + ")";
    }
}
