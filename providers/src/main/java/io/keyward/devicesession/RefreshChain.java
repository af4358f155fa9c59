package io.keyward.devicesession;

import io.keyward.onetimetoken.TokenHash;
import java.time.Instant;

/**
 * One line of refresh tokens, each of which replaced the one before it: of one user session, one client and one code
 * exchange, so that two tabs never share a line.
 *
 * @param id its id
 * @param realmId the realm
 * @param userSessionId the session, online or offline
 * @param clientId internal id of the client
 * @param generation how often the token was replaced; the first token is generation 0
 * @param current hash of the id of the token that is valid now
 * @param previous hash of the id of the token before it, or null in generation 0
 * @param rotatedAt when the current token was made
 * @param lastIp where the last refresh came from, or null
 * @param endedAt when the line was ended, or null while it goes on
 * @param endReason why it was ended, a stable word, or null
 */
public record RefreshChain(
        String id,
        String realmId,
        String userSessionId,
        String clientId,
        int generation,
        TokenHash current,
        TokenHash previous,
        Instant rotatedAt,
        String lastIp,
        Instant endedAt,
        String endReason) {}
