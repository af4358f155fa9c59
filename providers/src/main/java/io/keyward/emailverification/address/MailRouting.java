package io.keyward.emailverification.address;

import java.time.Duration;

/** Says whether mail for a domain has anywhere to go. */
interface MailRouting {

    /**
     * Answers within about the given time.
     *
     * @return {@link Answer#NOWHERE} only on a definite word of the DNS; whatever goes wrong is {@link Answer#UNKNOWN}
     */
    Answer ask(DomainName domain, Duration limit);

    /** What the DNS had to say. */
    enum Answer {
        SOMEWHERE,
        NOWHERE,
        UNKNOWN
    }
}
