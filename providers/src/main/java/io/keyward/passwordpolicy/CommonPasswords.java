package io.keyward.passwordpolicy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The shipped list of passwords that people choose most.
 *
 * <p>Kept as the bytes of the file, which is sorted, and searched in place: 0.4 MB, where a set of strings takes ten times
 * that. {@code common-passwords.md} beside the list says where it comes from.
 */
final class CommonPasswords {

    private final byte[] lines;

    CommonPasswords(byte[] sortedLines) {
        this.lines = sortedLines;
    }

    /** The shipped list, read on first use. */
    static CommonPasswords shipped() {
        return Shipped.LIST;
    }

    /** Whether exactly this text is on the list, which is in lower case. */
    boolean contains(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
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

    /** Loads with the class, hence once and only where a realm asks for it. */
    private static final class Shipped {

        private static final CommonPasswords LIST = new CommonPasswords(read());

        private static byte[] read() {
            try (InputStream list = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
                return list.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("The list of common passwords cannot be read", e);
            }
        }
    }
}
