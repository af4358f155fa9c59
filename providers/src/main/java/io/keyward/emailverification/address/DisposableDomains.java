package io.keyward.emailverification.address;

import io.keyward.wordlist.SortedLines;
import java.nio.charset.StandardCharsets;

/** The shipped list of providers of throw-away mailboxes. {@code disposable-domains.md} beside it says where it comes from. */
final class DisposableDomains {

    private final SortedLines lines;

    DisposableDomains(byte[] sortedLines) {
        this(new SortedLines(sortedLines));
    }

    private DisposableDomains(SortedLines lines) {
        this.lines = lines;
    }

    /** The shipped list, read on first use. */
    static DisposableDomains shipped() {
        return Shipped.LIST;
    }

    boolean contains(DomainName domain) {
        return domain.selfOrParent(name -> lines.contains(name.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Loads with the class, hence once and only where a realm asks for it. */
    private static final class Shipped {

        private static final DisposableDomains LIST =
                new DisposableDomains(SortedLines.beside(DisposableDomains.class, "disposable-domains.txt"));
    }
}
