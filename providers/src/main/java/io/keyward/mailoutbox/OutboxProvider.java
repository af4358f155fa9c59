package io.keyward.mailoutbox;

import org.keycloak.provider.Provider;

/**
 * Stores mails until they are delivered, and what became of them for some time after. Every implementation keeps these
 * promises, on one node or many:
 *
 * <ul>
 *   <li><b>With the transaction.</b> A mail is there if and only if the transaction that wrote it commits.
 *   <li><b>One courier at a time.</b> A claimed mail is given to nobody else before its lease ends, and a result is taken only
 *       from whoever holds the lease.
 *   <li><b>Unreadable at rest.</b> Content and address are stored encrypted, bound to row and realm. The content is wiped when
 *       the mail is sent, failed or expired.
 *   <li><b>Never stuck.</b> A mail that can no longer be decrypted fails by itself and holds up no other.
 *   <li><b>Bounded.</b> Beyond its cap the store refuses new mails and says so.
 * </ul>
 *
 * <p>All methods take part in the transaction of the session. Time is that of {@link org.keycloak.common.util.Time}, its
 * offset included, in milliseconds. Ids that no store ever made, however long or odd, are simply not found.
 */
public interface OutboxProvider extends Provider {

    /**
     * Writes a mail, due at once.
     *
     * @return its id
     * @throws OutboxFullException if the store or the mail is too large
     * @throws NoTransactionException if there is no transaction to write in
     */
    String enqueue(OutgoingMail mail);

    /** What a courier needs. */
    MailClaims claims();

    /** What admins and housekeeping need. */
    MailRecords records();
}
