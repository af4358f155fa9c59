package io.keyward.devicesession.jpa;

import io.keyward.devicesession.DeviceKey;
import io.keyward.devicesession.DeviceStore.Arrival;
import io.keyward.devicesession.SignIn;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Devices that sign in: one reading, and one writing if there is something to note. */
final class Arrivals {

    /** A sign-in that differs from the one before by nothing but its time is noted when they are further apart than this. */
    private static final long WORTH_NOTING = Duration.ofMinutes(5).toMillis();

    private final EntityManager em;
    private final Rows rows;

    Arrivals(EntityManager em) {
        this.em = em;
        this.rows = new Rows(em);
    }

    Optional<DeviceEntity> row(String realmId, String userId, DeviceKey key) {
        if (!Text.userId(userId)) {
            return Optional.empty();
        }
        return rows.first(em.createQuery("""
                                select d from DeviceEntity d
                                where d.realmId = :realm and d.userId = :user and d.keyHash = :key""", DeviceEntity.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .setParameter("key", key.hash().value()));
    }

    /** The unique key decides who keeps a new device; whoever does not waits for that one to commit, and finds it. */
    Arrival arrive(DeviceKey key, SignIn signIn) {
        Trace trace = Trace.of(signIn);
        while (true) {
            Optional<DeviceEntity> known = row(signIn.realmId(), signIn.userId(), key);
            Optional<Arrival> arrival = known.isPresent() ? again(known.get(), trace) : first(key, signIn, trace);
            // Without one, somebody else has removed it or kept it in between.
            if (arrival.isPresent()) {
                return arrival.get();
            }
        }
    }

    private Optional<Arrival> again(DeviceEntity row, Trace trace) {
        boolean away = row.signedOutAt != null || row.forgottenAt != null;
        if (!away && trace.on(row) && trace.at() - row.lastSeen < WORTH_NOTING) {
            return Optional.of(new Arrival(row.view(), false, false));
        }
        trace.leaveOn(row);
        int updated = Trace.bind(em.createQuery("""
                                update DeviceEntity d
                                set d.type = :type, d.os = :os, d.osVersion = :osVersion, d.browser = :browser,
                                    d.lastIp = :ip, d.method = :method, d.lastSeen = :seen,
                                    d.signedOutAt = null, d.forgottenAt = null
                                where d.realmId = :realm and d.id = :id"""), row).executeUpdate();
        return updated == 1 ? Optional.of(new Arrival(row.view(), false, away)) : Optional.empty();
    }

    private Optional<Arrival> first(DeviceKey key, SignIn signIn, Trace trace) {
        DeviceEntity row = new DeviceEntity();
        row.id = UUID.randomUUID().toString();
        row.realmId = signIn.realmId();
        row.userId = signIn.userId();
        row.firstSeen = trace.at();
        trace.leaveOn(row);
        int inserted = Trace.bind(em.createQuery("""
                                insert into DeviceEntity (id, realmId, userId, keyHash, type, os, osVersion, browser,
                                    firstSeen, lastSeen, lastIp, method)
                                values (:id, :realm, :user, :key, :type, :os, :osVersion, :browser,
                                    :seen, :seen, :ip, :method)
                                on conflict (realmId, userId, keyHash) do nothing"""), row)
                .setParameter("user", row.userId)
                .setParameter("key", key.hash().value())
                .executeUpdate();
        return inserted == 1 ? Optional.of(new Arrival(row.view(), true, true)) : Optional.empty();
    }
}
