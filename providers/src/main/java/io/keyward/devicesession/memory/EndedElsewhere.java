package io.keyward.devicesession.memory;

import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.DeviceSettings;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/**
 * Sessions that live in this node's memory and have ended. Keycloak (26.7) deletes a session from PostgreSQL and tells the other
 * nodes; one that does not hear it, because the network is cut or the nodes are just finding together, goes on with what it remembers.
 * Where there have been several nodes PostgreSQL is asked, therefore. A node that has always been alone has nothing to ask.
 */
public final class EndedElsewhere {

    private EndedElsewhere() {}

    /** One statement where there are several nodes and the realm has asked for devices, else none. */
    public static boolean ended(KeycloakSession session, RealmModel realm, UserSessionModel userSession) {
        return ClusterWatch.company()
                && DeviceSettings.asked(realm)
                && session.getProvider(DeviceSessionProvider.class)
                        .sessions()
                        .hasEnded(realm.getId(), userSession.getId(), Instant.ofEpochSecond(userSession.getStarted()));
    }
}
