package io.keyward.devicesession.memory;

import jakarta.persistence.EntityManager;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.cache.infinispan.InfinispanUserCacheProviderFactory;

/** Takes the place of Keycloak's user cache {@code default}, with its settings. */
public final class ValidatedUserCacheFactory extends InfinispanUserCacheProviderFactory {

    private volatile StoredUsers stored;

    @Override
    public UserCache create(KeycloakSession session) {
        if (userCache == null) {
            // Keycloak's own sets it up and registers it with the cluster, once.
            super.create(session);
        }
        return new ValidatedUserCache(userCache, session, this);
    }

    StoredUsers stored(EntityManager em) {
        if (stored == null) {
            stored = new StoredUsers(em);
        }
        return stored;
    }

    /** Of two factories with one id, Keycloak takes the one of the higher order. */
    @Override
    public int order() {
        return 1;
    }
}
