package io.keyward.devicesession.ending;

import io.keyward.devicesession.memory.ClusterWatch;
import io.keyward.devicesession.memory.SessionCacheWatch;
import io.keyward.listener.GlobalListenerFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;

/** Registers {@link EndingListener} for all realms; it is silent in those that have not asked for devices. */
public final class EndingListenerFactory extends GlobalListenerFactory {

    public EndingListenerFactory() {
        super("keyward-endings", EndingListener::new);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(EndingListenerFactory::watch);
    }

    /** Once all is there, and before the first request. */
    private static void watch(ProviderEvent event) {
        if (event instanceof PostMigrationEvent migrated) {
            try (KeycloakSession session = migrated.getFactory().create()) {
                ClusterWatch.begin(session);
                SessionCacheWatch.begin(session);
            }
        }
    }
}
