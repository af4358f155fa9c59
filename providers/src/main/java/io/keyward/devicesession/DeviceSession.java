package io.keyward.devicesession;

import java.time.Instant;

/**
 * That a user session belongs to a device. The offline session that may come out of an online one has the same id and hence
 * the same row. Whether either lives is asked of Keycloak.
 *
 * @param userSessionId Keycloak's id of the session
 * @param deviceId the device
 * @param realmId the realm
 * @param userId the person
 * @param clientId internal id of the client at which the person signed in, or null
 * @param startedAt when
 * @param ip where from, or null
 * @param method by which door
 * @param endedAt since when it is known to have ended, or null
 */
public record DeviceSession(
        String userSessionId,
        String deviceId,
        String realmId,
        String userId,
        String clientId,
        Instant startedAt,
        String ip,
        SignInMethod method,
        Instant endedAt) {}
