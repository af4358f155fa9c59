package io.keyward.emailverification.address;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** A domain in the one spelling that lists and DNS use: ASCII (punycode), lower case, no dot at the end. */
record DomainName(String ascii) {

    static Optional<DomainName> of(String name) {
        try {
            String ascii = IDN.toASCII(name.strip()).toLowerCase(Locale.ROOT);
            String bare = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            return bare.isEmpty() ? Optional.empty() : Optional.of(new DomainName(bare));
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    /** Whether this domain or one that it is part of passes the test. */
    boolean selfOrParent(Predicate<String> test) {
        for (int start = 0; start >= 0; start = nextLabel(start)) {
            if (test.test(ascii.substring(start))) {
                return true;
            }
        }
        return false;
    }

    private int nextLabel(int start) {
        int dot = ascii.indexOf('.', start);
        return dot < 0 ? -1 : dot + 1;
    }
}
