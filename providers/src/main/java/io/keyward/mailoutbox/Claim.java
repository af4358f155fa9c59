package io.keyward.mailoutbox;

import java.time.Instant;
import java.util.List;

/**
 * Mails that are the caller's for a time.
 *
 * @param leaseId to be shown when the results are recorded
 * @param until when the lease ends
 * @param mails what was claimed, urgent ones first
 */
public record Claim(String leaseId, Instant until, List<Claimed> mails) {

    /**
     * One claimed mail.
     *
     * @param mail the mail itself
     * @param attempts how often it was tried, this time included
     * @param expiresAt from when on it is of no use, null if it always is
     */
    public record Claimed(Mail mail, int attempts, Instant expiresAt) {}
}
