package io.keyward.passwordpolicy;

import io.keyward.wordlist.SortedLines;
import java.nio.charset.StandardCharsets;

/** The shipped list of passwords that people choose most. {@code common-passwords.md} beside it says where it comes from. */
final class CommonPasswords {

    private final SortedLines lines;

    private CommonPasswords(SortedLines lines) {
        this.lines = lines;
    }

    /** The shipped list, read on first use. */
    static CommonPasswords shipped() {
        return Shipped.LIST;
    }

    /** Whether exactly this text is on the list, which is in lower case. */
    boolean contains(String text) {
        return lines.contains(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Loads with the class, hence once and only where a realm asks for it. */
    private static final class Shipped {

        private static final CommonPasswords LIST =
                new CommonPasswords(SortedLines.beside(CommonPasswords.class, "common-passwords.txt"));
    }
}
