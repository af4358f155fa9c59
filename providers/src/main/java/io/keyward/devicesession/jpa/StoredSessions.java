package io.keyward.devicesession.jpa;

import org.jboss.logging.Logger;

/** Tells which sessions Keycloak still has. */
interface StoredSessions {

    /**
     * Whether there is a session of this id, online or offline. Also true of one that is of no use at the moment because its
     * user is disabled: it comes back with the user. Never true in a realm that is gone.
     *
     * @throws RuntimeException if that cannot be told, because a federation cannot be reached, for example
     */
    boolean has(String realmId, String userSessionId);

    /** The same, and true if it cannot be told: nothing is deleted then, and the job goes on with others. */
    default boolean mayHave(String realmId, String userSessionId) {
        try {
            return has(realmId, userSessionId);
        } catch (RuntimeException e) {
            Logger.getLogger(StoredSessions.class).debug("Keycloak could not tell whether a session is there", e);
            return true;
        }
    }
}
