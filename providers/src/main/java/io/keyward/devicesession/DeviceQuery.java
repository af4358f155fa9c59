package io.keyward.devicesession;

import java.time.Instant;

/**
 * Which devices of a realm an administrator asks for. Null means: no matter. Forgotten devices are never among them.
 *
 * @param userId only of this user
 * @param clientId only with a session or refresh chain of the client with this internal id
 * @param signedOut only those known to be signed out, or only those not known to be
 * @param seenFrom only seen at this instant or later
 * @param seenBefore only seen earlier than this
 * @param after the id after which the page begins; null for the first page
 * @param limit how many at most
 */
public record DeviceQuery(
        String userId,
        String clientId,
        Boolean signedOut,
        Instant seenFrom,
        Instant seenBefore,
        String after,
        int limit) {}
