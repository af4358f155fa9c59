package io.keyward.onetimetoken;

import java.time.Instant;
import java.util.Optional;
import org.keycloak.provider.Provider;

/**
 * Stores single-use secrets. Every implementation keeps these promises, on one node or many:
 *
 * <ul>
 *   <li><b>Hash only.</b> The raw token is handed out once, by {@link #issue}, and is stored nowhere.
 *   <li><b>Newest only.</b> At most one token of a realm, user and purpose is pending; issuing one supersedes all earlier
 *       ones. Of concurrent issuers none fails, and exactly one token stays pending.
 *   <li><b>Once</b> (OWASP ASVS 5.0, 6.5.1). Of any number of concurrent calls that try to consume a token, by link or by
 *       code, one succeeds.
 *   <li><b>Limited tries</b> (6.6.3). No more codes are compared than the token allows, however many arrive at once.
 *   <li><b>Bound.</b> A token is found in its own realm and for its own purpose only; the caller compares user, address and
 *       binding, which come with it.
 * </ul>
 *
 * <p>All methods take part in the transaction of the session: a rollback undoes them, a try that was taken included, so a
 * caller commits after a wrong code as well. Concurrent calls for one token wait for each other's transactions. Time is that
 * of {@link org.keycloak.common.util.Time}, its offset included, in milliseconds. Ids that no store ever made, however long
 * or odd, are simply not found.
 */
public interface OneTimeTokenProvider extends Provider {

    /** Makes a token and supersedes every pending one of the same realm, user and purpose. */
    IssuedToken issue(TokenRequest request);

    /** Finds the token of a link, whatever its state. Reading changes nothing. */
    Optional<OneTimeToken> find(String realmId, String purpose, RawToken token);

    /** Finds a token by its id, whatever its state. Reading changes nothing. */
    Optional<OneTimeToken> findById(String realmId, String id);

    /**
     * Consumes a token if it is pending and not expired.
     *
     * @param outcome what it was used for, shown by {@link OneTimeToken#outcome()}: 1 to 64 lower-case letters, digits and
     *     hyphens
     * @return true for exactly one caller
     * @throws IllegalArgumentException if the outcome is not such a word
     */
    boolean consume(String realmId, String id, String outcome);

    /**
     * Takes one try, compares the code in constant time and, if it is right, consumes the token as {@link #consume} does. A
     * wrong code never consumes the token.
     *
     * @param codeHash the typed code, hashed as on issue
     * @throws IllegalArgumentException if the outcome is not a word as {@link #consume} wants it
     */
    CodeResult tryCode(String realmId, String id, String codeHash, String outcome);

    /** How many tokens of a user and purpose were issued at or after the given instant, as far as they are not purged yet. */
    long issuedSince(String realmId, String userId, String purpose, Instant since);

    /** Supersedes the pending token of a user and purpose, if there is one. */
    void revoke(String realmId, String userId, String purpose);

    /** Deletes everything about a user. */
    void removeUser(String realmId, String userId);

    /** Deletes everything about a realm. */
    void removeRealm(String realmId);

    /**
     * Deletes tokens that expired before the given instant, consumed or not, but no more than the limit.
     *
     * @return how many were deleted; less than the limit means that none is left
     */
    int purge(Instant expiredBefore, int limit);

    /**
     * Deletes tokens of users that are no longer there, but no more than the limit. Keycloak deletes the users that a
     * federation imported in bulk and tells nobody, so {@link #removeUser} alone would leave their rows behind.
     *
     * @return how many were deleted; less than the limit means that none is left
     */
    int purgeOrphans(int limit);
}
