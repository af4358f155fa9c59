package io.keyward.mailoutbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What admins and housekeeping need of the outbox; {@link OutboxProvider} states the guarantees. */
public interface MailRecords {

    /** How many mails of a realm stand where; every status is there. */
    default Map<MailStatus, Long> counts(String realmId) {
        return tally(realmId).counts();
    }

    /** How the mail of a realm stands. */
    MailTally tally(String realmId);

    /** Mails of a realm, newest first, without their addresses: those stay sealed. */
    List<MailRecord> list(MailQuery query);

    /** One mail, with its address. */
    Optional<MailRecord> find(String realmId, String id);

    /** Makes a queued or retrying mail due at once; false for any other, whose content is gone or on its way. */
    boolean resend(String realmId, String id);

    /**
     * Makes every queued or retrying mail of a realm due at once.
     *
     * @return how many these are
     */
    int resendAll(String realmId);

    /** Ends a queued or retrying mail as failed, {@link MailFailure#CANCELLED}, and wipes it; false for any other. */
    boolean cancel(String realmId, String id);

    /**
     * Writes down what the mail service says of a mail; only the latest is kept.
     *
     * @return false for what is known already or is older than what is known, and for a mail that is not there
     */
    boolean report(String realmId, String id, DeliveryReport report);

    /** What is still to be delivered, over all realms. */
    Backlog backlog();

    /** Deletes everything about a user, mails that are still queued included. */
    void removeUser(String realmId, String userId);

    /** Deletes everything about a realm. */
    void removeRealm(String realmId);

    /**
     * Deletes what was finished before the given instant, but no more than the limit.
     *
     * @return how many were deleted; less than the limit means that none is left
     */
    int purge(Instant finishedBefore, int limit);
}
