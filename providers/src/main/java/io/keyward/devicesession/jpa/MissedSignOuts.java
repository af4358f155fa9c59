package io.keyward.devicesession.jpa;

import io.keyward.devicesession.jpa.Orphans.Place;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds devices that have no open session left and are not noted as signed out, as after a crash between the two. Goes through
 * the whole table, a slice at a time, in the order of its key: neighbours share pages, which the devices of sessions that ended
 * at one time do not.
 */
final class MissedSignOuts {

    private final EntityManager em;
    private final Instant now;

    MissedSignOuts(EntityManager em, Instant now) {
        this.em = em;
        this.now = now;
    }

    /** @return where to go on, or null at the end */
    Place note(Place after) {
        List<Tuple> slice = em.createQuery("""
                                select d.realmId, d.id from DeviceEntity d
                                where (d.realmId, d.id) > (:realm, :id) order by d.realmId, d.id""", Tuple.class)
                .setParameter("realm", after.realmId())
                .setParameter("id", after.id())
                .setMaxResults(Orphans.SLICE)
                .getResultList();
        Map<String, List<String>> byRealm = slice.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0, String.class),
                        Collectors.mapping(row -> row.get(1, String.class), Collectors.toList())));
        byRealm.forEach((realmId, ids) -> {
            List<String> missed = missed(realmId, ids);
            if (!missed.isEmpty()) {
                new SessionRows(em).signedOut(realmId, missed, now);
            }
        });
        if (slice.size() < Orphans.SLICE) {
            return null;
        }
        Tuple last = slice.get(Orphans.SLICE - 1);
        return new Place(last.get(0, String.class), last.get(1, String.class));
    }

    private List<String> missed(String realmId, List<String> ids) {
        return em.createQuery("""
                                select d.id from DeviceEntity d
                                where d.realmId = :realm and d.id in (:ids) and d.signedOutAt is null
                                and d.forgottenAt is null and not exists (
                                    select 1 from DeviceSessionEntity s where s.deviceId = d.id and s.endedAt is null)""", String.class)
                .setParameter("realm", realmId)
                .setParameter("ids", ids)
                .getResultList();
    }
}
