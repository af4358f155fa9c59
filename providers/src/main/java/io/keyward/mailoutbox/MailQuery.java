package io.keyward.mailoutbox;

import java.time.Instant;
import java.util.Objects;

/**
 * Which records to list. Pages go on from a key, so that they neither slow down nor shift while mails come in.
 *
 * @param realmId id of the realm
 * @param status only these, null for all
 * @param purpose only those for this purpose, null for all
 * @param userId only those of this user, null for all
 * @param before only what comes after this record in the list, null for the first page
 * @param limit how many at most, 1 to 500
 */
public record MailQuery(String realmId, MailStatus status, String purpose, String userId, Key before, int limit) {

    public static final int MOST = 500;

    /**
     * @throws IllegalArgumentException if the limit is out of bounds
     */
    public MailQuery {
        Objects.requireNonNull(realmId, "realm id");
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page has 1 to " + MOST + " records");
        }
    }

    /** Where a page ended: time and id of its last record. */
    public record Key(Instant createdAt, String id) {}
}
