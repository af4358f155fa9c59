package io.keyward.devicesession.jpa;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The devices with a session or refresh chain of one client. Of a client that few use all are looked up. One that many use is
 * soon met when devices are looked at one after the other; a database that is left to choose would first gather all of them.
 */
final class ClientDevices {

    private static final int FEW = 1_000;

    /** Whether the device {@code d} is one of {@code :client}. Not as {@code exists}, which may be turned into that gathering. */
    static final String IS_ONE = """
            ((select 1 from DeviceSessionEntity s
                where s.deviceId = d.id and s.clientId = :client order by s.deviceId limit 1) = 1
            or (select 1 from DeviceSessionEntity s join RefreshChainEntity c on c.userSessionId = s.userSessionId
                where s.deviceId = d.id and c.clientId = :client order by s.deviceId limit 1) = 1)""";

    private final EntityManager em;
    private final String realmId;
    private final String clientId;

    ClientDevices(EntityManager em, String realmId, String clientId) {
        this.em = em;
        this.realmId = realmId;
        this.clientId = clientId;
    }

    /** The ids, or nothing if there are many. */
    Optional<Set<String>> few() {
        List<String> signedIn =
                read("select s.deviceId from DeviceSessionEntity s where s.clientId = :client and s.realmId = :realm");
        List<String> refreshing = signedIn.size() > FEW
                ? List.of()
                : read("select s.deviceId from RefreshChainEntity c"
                        + " join DeviceSessionEntity s on s.userSessionId = c.userSessionId"
                        + " where c.clientId = :client and c.realmId = :realm");
        if (signedIn.size() > FEW || refreshing.size() > FEW) {
            return Optional.empty();
        }
        Set<String> ids = new TreeSet<>(signedIn);
        ids.addAll(refreshing);
        return Optional.of(ids);
    }

    private List<String> read(String query) {
        return em.createQuery(query, String.class)
                .setParameter("client", clientId)
                .setParameter("realm", realmId)
                .setMaxResults(FEW + 1)
                .getResultList();
    }
}
