package io.keyward.mailoutbox;

import java.time.Duration;
import java.util.List;

/** The courier's side of the outbox; {@link OutboxProvider} states the guarantees. */
public interface MailClaims {

    /** Ids of realms that have mail to be tried now, at most so many. */
    List<String> dueRealms(int limit);

    /**
     * Takes mails of a realm that are due, urgent ones first, then by time. Mails whose lease ended are due. Mails that have
     * expired or cannot be decrypted are settled on the spot and not handed out.
     *
     * @param limit how many at most
     * @param lease how long they are the caller's
     * @return empty if none was due, or others are just taking them
     */
    Claim claim(String realmId, int limit, Duration lease);

    /**
     * Records results. A result for a mail that is no longer under this lease is ignored.
     *
     * @return how many were recorded
     */
    int settle(String leaseId, List<Settlement> settlements);

    /** Marks mails as expired whose time is over and that no courier holds, at most so many; returns how many. */
    int expire(int limit);
}
