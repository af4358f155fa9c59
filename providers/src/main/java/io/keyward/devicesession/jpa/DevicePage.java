package io.keyward.devicesession.jpa;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceQuery;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One page of a realm's devices: by key, so that a late page costs as much as the first. */
final class DevicePage {

    /** More than one answer should carry. */
    private static final int MOST = 1_000;

    private final EntityManager em;
    private final String realmId;
    private final DeviceQuery query;
    private final StringBuilder where = new StringBuilder("d.realmId = :realm and d.forgottenAt is null");
    private final Map<String, Object> values = new LinkedHashMap<>();

    DevicePage(EntityManager em, String realmId, DeviceQuery query) {
        this.em = em;
        this.realmId = realmId;
        this.query = query;
    }

    List<Device> devices() {
        if (query.limit() < 1 || !possible(query.userId()) || !possible(query.clientId()) || !possible(query.after())) {
            return List.of();
        }
        filter();
        TypedQuery<DeviceEntity> read =
                em.createQuery("select d from DeviceEntity d where " + where + " order by d.id", DeviceEntity.class);
        values.forEach(read::setParameter);
        return new Rows(em)
                .all(read.setMaxResults(Math.min(query.limit(), MOST))).stream()
                        .map(DeviceEntity::view)
                        .toList();
    }

    private static boolean possible(String filter) {
        return filter == null || Text.userId(filter);
    }

    private void filter() {
        values.put("realm", realmId);
        and("d.userId = :user", "user", query.userId());
        and("d.lastSeen >= :from", "from", Millis.of(query.seenFrom()));
        and("d.lastSeen < :before", "before", Millis.of(query.seenBefore()));
        and("d.id > :after", "after", query.after());
        if (query.signedOut() != null) {
            where.append(query.signedOut() ? " and d.signedOutAt is not null" : " and d.signedOutAt is null");
        }
        if (query.clientId() != null) {
            ClientDevices devices = new ClientDevices(em, realmId, query.clientId());
            devices.few()
                    .ifPresentOrElse(
                            ids -> and("d.id in (:ids)", "ids", ids),
                            () -> and(ClientDevices.IS_ONE, "client", query.clientId()));
        }
    }

    private void and(String condition, String parameter, Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.put(parameter, value);
        }
    }
}
