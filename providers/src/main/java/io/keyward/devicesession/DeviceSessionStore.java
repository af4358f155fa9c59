package io.keyward.devicesession;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which user session belongs to which device, and what sign-ins there were. */
public interface DeviceSessionStore {

    /**
     * Ties a session to a device, unless it is tied already. Keycloak gives the id of a session that has expired to the next
     * one in the same browser, also of another person: a row that began more than a minute before this session is of the one
     * before, and is replaced.
     *
     * @param checkAt when to ask Keycloak whether the session still lives, so that it can be forgotten; in practice the end
     *     of its longest possible life
     */
    void tie(DeviceSession session, Instant checkAt);

    /** What is known of one session. */
    Optional<DeviceSession> find(String realmId, String userSessionId);

    /**
     * Whether it is noted that a session has ended. One read by key, for those who cannot trust their memory.
     *
     * @param startedAt when the session began: a row of one that had the same id before says nothing about it
     */
    boolean hasEnded(String realmId, String userSessionId, Instant startedAt);

    /** The sessions of these devices that are not known to have ended. */
    List<DeviceSession> openOf(String realmId, Collection<String> deviceIds);

    /** The last sign-ins of a person, newest first, ended ones included. */
    List<DeviceSession> history(String realmId, String userId, int limit);

    /**
     * Notes that sessions have ended, unless it is noted already. A device whose last open session was one of them is noted as
     * signed out.
     */
    void ended(String realmId, Collection<String> userSessionIds, Instant at);
}
