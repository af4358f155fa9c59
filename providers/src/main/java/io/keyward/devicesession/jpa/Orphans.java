package io.keyward.devicesession.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what belongs to users that are gone without a word, as those of a removed federation are, and refresh chains of
 * sessions that were never tied to a device, such as those of service accounts. Goes through a whole table, a slice at a time,
 * each by key and hence at the same cost wherever it lies.
 */
final class Orphans {

    static final int SLICE = 250;

    /** Keycloak's caches are written after the database: a chain may be seen before its session is. */
    private static final Duration SETTLED = Duration.ofHours(1);

    /** The id of a user of a federation names the component that it comes from. */
    private static final Pattern FEDERATED = Pattern.compile("f:([^:]+):.*", Pattern.DOTALL);

    private final EntityManager em;
    private final StoredSessions keycloak;
    private final Instant now;

    Orphans(EntityManager em, StoredSessions keycloak, Instant now) {
        this.em = em;
        this.keycloak = keycloak;
        this.now = now;
    }

    /** Where the next slice begins. */
    record Place(String realmId, String id) {

        static final Place START = new Place("", "");
    }

    /** @return where to go on, or null at the end */
    Place devices(Place after) {
        return users(em.createQuery("""
                                select d.realmId, d.id, d.userId from DeviceEntity d
                                where (d.realmId, d.id) > (:realm, :id) order by d.realmId, d.id""", Tuple.class), after);
    }

    /** @return where to go on, or null at the end */
    Place owners(Place after) {
        return users(em.createQuery("""
                                select o.realmId, o.userId, o.userId from DeviceOwnerEntity o
                                where (o.realmId, o.userId) > (:realm, :id) order by o.realmId, o.userId""", Tuple.class), after);
    }

    private Place users(TypedQuery<Tuple> query, Place after) {
        List<Tuple> slice = query.setParameter("realm", after.realmId())
                .setParameter("id", after.id())
                .setMaxResults(SLICE)
                .getResultList();
        Set<Owner> owners = slice.stream().map(Owner::of).collect(Collectors.toSet());
        Set<String> there = there(owners.stream().map(Owner::userId).collect(Collectors.toSet()));
        Removal removal = new Removal(em);
        owners.stream()
                .filter(owner -> !there.contains(owner.userId()))
                .forEach(owner -> removal.user(owner.realmId(), owner.userId()));
        if (slice.size() < SLICE) {
            return null;
        }
        Tuple last = slice.get(SLICE - 1);
        return new Place(last.get(0, String.class), last.get(1, String.class));
    }

    private Set<String> there(Set<String> userIds) {
        Set<String> federations = new HashSet<>();
        for (String id : userIds) {
            Matcher federated = FEDERATED.matcher(id);
            if (federated.matches()) {
                federations.add(federated.group(1));
            }
        }
        Set<String> components = existing("COMPONENT", federations);
        Set<String> there = existing("USER_ENTITY", userIds);
        for (String id : userIds) {
            Matcher federated = FEDERATED.matcher(id);
            if (federated.matches() && components.contains(federated.group(1))) {
                there.add(id);
            }
        }
        return there;
    }

    /** In SQL, so that no entity of ours needs a relation to those of Keycloak. */
    @SuppressWarnings("unchecked") // a native query knows nothing of generics
    private Set<String> existing(String table, Collection<String> ids) {
        if (ids.isEmpty()) {
            return new HashSet<>();
        }
        return new HashSet<>(
                em.createNativeQuery("select t.ID from {h-schema}" + table + " t where t.ID in (:ids)", String.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    /** @return where to go on, or null at the end */
    Place untiedChains(Place after) {
        List<Tuple> slice = em.createQuery("""
                        select c.userSessionId, c.realmId, c.rotatedAt, s.userSessionId from RefreshChainEntity c
                        left join DeviceSessionEntity s on s.userSessionId = c.userSessionId
                        where c.userSessionId > :after order by c.userSessionId""", Tuple.class)
                .setParameter("after", after.id())
                .setMaxResults(SLICE)
                .getResultList();
        long settled = now.minus(SETTLED).toEpochMilli();
        for (Tuple chain : slice) {
            String id = chain.get(0, String.class);
            String realmId = chain.get(1, String.class);
            if (chain.get(3) == null && chain.get(2, Long.class) < settled && !keycloak.mayHave(realmId, id)) {
                new ChainRows(em).delete(realmId, List.of(id));
            }
        }
        return slice.size() < SLICE ? null : new Place("", slice.get(SLICE - 1).get(0, String.class));
    }

    private record Owner(String realmId, String userId) {

        static Owner of(Tuple row) {
            return new Owner(row.get(0, String.class), row.get(2, String.class));
        }
    }
}
