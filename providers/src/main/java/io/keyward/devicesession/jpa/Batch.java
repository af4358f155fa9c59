package io.keyward.devicesession.jpa;

import jakarta.persistence.EntityManager;

/** What one transaction of the retention job has to work with. */
record Batch(EntityManager em, StoredSessions keycloak) {

    SessionCheck check() {
        return new SessionCheck(em, keycloak, DeviceRetention.now());
    }

    Forgetting forgetting(RetentionConfig config) {
        return new Forgetting(em, config, DeviceRetention.now());
    }

    MissedSignOuts missedSignOuts() {
        return new MissedSignOuts(em, DeviceRetention.now());
    }

    Orphans orphans() {
        return new Orphans(em, keycloak, DeviceRetention.now());
    }
}
