package io.keyward.devicesession;

import io.keyward.onetimetoken.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The ledger of refresh-token rotation (RFC 9700, 4.14.2). Of any number of concurrent callers who present one token, on any
 * number of nodes, one moves its chain on and the others are told of the same successor; a chain never forks.
 */
public interface RefreshChainStore {

    /** Begins a chain with its first token, generation 0. A chain that is there already is left as it is. */
    void open(Opening opening);

    /**
     * Replaces the presented token by its successor, if it is the current one. One conditional update when it is. The row
     * stays locked until the transaction ends; a caller that presents the same token meanwhile waits.
     */
    Rotation rotate(Presented presented);

    /** Ends a chain. @return true for exactly one caller, who is the one to tell others about it */
    boolean end(String realmId, String chainId, String reason, Instant at);

    /**
     * Ends all chains of these sessions. Waits for refreshes that are under way, and those that come later fail; so whoever
     * removes a session calls this first.
     */
    void endOfSessions(String realmId, Collection<String> userSessionIds, String reason, Instant at);

    /** A chain by its id. */
    Optional<RefreshChain> find(String realmId, String chainId);

    /** The chains of these sessions, ended ones included. */
    List<RefreshChain> ofSessions(String realmId, Collection<String> userSessionIds);

    /**
     * The first token of a chain. Chains go with their session; those of a session that is tied to no device go some time
     * after it.
     *
     * @param chainId the id of the chain, 1 to 64 characters
     * @param userSessionId the session
     * @param clientId internal id of the client
     * @param token hash of the token's id
     */
    record Opening(
            String realmId,
            String chainId,
            String userSessionId,
            String clientId,
            TokenHash token,
            Instant at,
            String ip) {}

    /**
     * A token that somebody presents.
     *
     * @param generation what the token says of its place in the chain
     * @param token hash of its id
     * @param successor hash of the id that its successor is going to have, derived from the presented token, so that it is the
     *     same however often it is asked for
     * @param grace how long after it was replaced the immediate predecessor still gets the current token
     */
    record Presented(
            String realmId,
            String chainId,
            int generation,
            TokenHash token,
            TokenHash successor,
            Instant at,
            Duration grace,
            String ip) {}

    /**
     * What became of a presented token.
     *
     * @param outcome the verdict
     * @param rotatedAt when the successor was made; null unless there is one
     */
    record Rotation(Outcome outcome, Instant rotatedAt) {}

    /** The verdict on a presented token. */
    enum Outcome {
        /** It was current; now its successor is. */
        ROTATED,
        /** It was replaced within the grace: the caller gets the successor it already has. */
        REPEATED,
        /** It is the immediate predecessor, but the grace is over. */
        REUSED_RECENT,
        /** The chain never had this id at this generation: somebody holds a branch that it does not know. */
        REUSED_ORPHANED_BRANCH,
        /** It is older than the predecessor. */
        REUSED_STALE_LINEAGE,
        /** The chain was ended before. */
        ENDED,
        /** There is no such chain. */
        UNKNOWN;

        /** Whether somebody holds a token that was replaced long enough ago to mean theft. */
        public boolean reused() {
            return this == REUSED_RECENT || this == REUSED_ORPHANED_BRANCH || this == REUSED_STALE_LINEAGE;
        }
    }
}
