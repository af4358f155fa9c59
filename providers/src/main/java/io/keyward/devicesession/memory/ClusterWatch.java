package io.keyward.devicesession.memory;

import java.util.List;
import org.infinispan.Cache;
import org.infinispan.manager.EmbeddedCacheManager;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachemanagerlistener.annotation.Merged;
import org.infinispan.notifications.cachemanagerlistener.annotation.ViewChanged;
import org.infinispan.notifications.cachemanagerlistener.event.ViewChangedEvent;
import org.infinispan.remoting.transport.Address;
import org.keycloak.connections.infinispan.InfinispanConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Notes whether this node has ever had another beside it. From then on there may be one that it does not hear of any more, and that
 * ends sessions which are still in this node's memory (Keycloak 26.7): a node cannot tell one that died from one whose packets are lost.
 */
@Listener
public final class ClusterWatch {

    private static volatile boolean company;

    /** Begins to watch, once per node. Does nothing where Keycloak has no caches of its own. */
    public static void begin(KeycloakSession session) {
        InfinispanConnectionProvider infinispan = session.getProvider(InfinispanConnectionProvider.class);
        Cache<?, ?> cache =
                infinispan == null ? null : infinispan.getCache(InfinispanConnectionProvider.WORK_CACHE_NAME, false);
        if (cache != null) {
            EmbeddedCacheManager caches = cache.getCacheManager();
            caches.addListener(new ClusterWatch());
            note(caches.getMembers());
        }
    }

    /** Whether this node has, or has had, another beside it since it was started. */
    static boolean company() {
        return company;
    }

    /** Called by Infinispan: a node has come or gone, or two parts of a cluster have found each other again. */
    @ViewChanged
    @Merged
    public void changed(ViewChangedEvent event) {
        note(event.getNewMembers());
    }

    private static void note(List<Address> members) {
        // None where the caches are local.
        if (members != null && members.size() > 1) {
            company = true;
        }
    }
}
