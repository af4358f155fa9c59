package io.keyward.wordlist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * A text file of sorted lines, kept as its bytes and searched in place: a tenth of what a set of strings takes. Immutable.
 */
public final class SortedLines {

    private final byte[] lines;

    /** @param sorted the bytes of the file: lines that end with a line feed, in the order of their unsigned bytes; not copied */
    public SortedLines(byte[] sorted) {
        this.lines = sorted;
    }

    /** @throws UncheckedIOException where the file beside the class cannot be read */
    public static SortedLines beside(Class<?> type, String file) {
        try (InputStream list = type.getResourceAsStream(file)) {
            if (list == null) {
                throw new IOException(file + " is missing");
            }
            return new SortedLines(list.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The list " + file + " cannot be read", e);
        }
    }

    /** Whether a line is exactly this. */
    public boolean contains(byte[] wanted) {
        int low = 0;
        int high = lines.length;
        while (low < high) {
            int start = startOfLine((low + high) >>> 1);
            int end = endOfLine(start);
            int order = Arrays.compareUnsigned(lines, start, end, wanted, 0, wanted.length);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = end + 1;
            } else {
                high = start;
            }
        }
        return false;
    }

    private int startOfLine(int position) {
        int start = position;
        while (start > 0 && lines[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private int endOfLine(int position) {
        int end = position;
        while (end < lines.length && lines[end] != '\n') {
            end++;
        }
        return end;
    }
}
