package io.keyward.devicesession.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.Listener.Observation;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryCreated;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryRemoved;
import org.infinispan.notifications.cachelistener.event.CacheEntryCreatedEvent;
import org.infinispan.notifications.cachelistener.event.CacheEntryRemovedEvent;
import org.jboss.logging.Logger;
import org.keycloak.common.Profile;
import org.keycloak.connections.infinispan.InfinispanConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Keeps sessions that have ended out of this node's memory (keycloak/keycloak#51127). Keycloak (26.7) takes a session out of its
 * caches before the transaction that deletes it from PostgreSQL is committed. Whoever asks for the session in between finds it in
 * PostgreSQL and puts it back, and then nothing takes it out again: its access tokens would be good until they expire, its cookie
 * until the session would have expired.
 *
 * <p>So what was taken out is not kept when it comes back within a short time; whoever wants it reads PostgreSQL, which knows. A
 * session that lives, because the ending was rolled back or another session of the same id was begun, is only slower for that long.
 * No statement, and nothing at all on requests that neither begin nor end a session.
 */
@Listener(observation = Observation.POST)
public final class SessionCacheWatch {

    /** Longer than a transaction takes from its end in memory to its commit. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    /** Some 10 MB at most. What is beyond, the oldest first, may come back. */
    private static final int MOST = 100_000;

    private static final List<String> CACHES = List.of(
            InfinispanConnectionProvider.USER_SESSION_CACHE_NAME,
            InfinispanConnectionProvider.OFFLINE_USER_SESSION_CACHE_NAME,
            InfinispanConnectionProvider.CLIENT_SESSION_CACHE_NAME,
            InfinispanConnectionProvider.OFFLINE_CLIENT_SESSION_CACHE_NAME);

    private static final Logger LOG = Logger.getLogger(SessionCacheWatch.class);

    private final Cache<Object, Boolean> removed =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();

    private SessionCacheWatch() {}

    /** Begins to watch, once per node. Does nothing where sessions are in memory only, or in caches of another process. */
    public static void begin(KeycloakSession session) {
        InfinispanConnectionProvider infinispan = session.getProvider(InfinispanConnectionProvider.class);
        if (infinispan == null || !Profile.isFeatureEnabled(Profile.Feature.PERSISTENT_USER_SESSIONS)) {
            return;
        }
        for (String name : CACHES) {
            org.infinispan.Cache<?, ?> cache = infinispan.getCache(name, false);
            if (cache != null) {
                cache.addListener(new SessionCacheWatch());
            }
        }
    }

    /** Called by Infinispan, before anybody else can write the same entry. */
    @CacheEntryRemoved
    public void gone(CacheEntryRemovedEvent<?, ?> event) {
        removed.put(event.getKey(), Boolean.TRUE);
    }

    /** Called by Infinispan: an entry that was not there, new or read from PostgreSQL. */
    @CacheEntryCreated
    public void there(CacheEntryCreatedEvent<?, ?> event) {
        Object key = event.getKey();
        if (removed.getIfPresent(key) != null) {
            // Not here: the entry is locked until all listeners are done.
            CompletableFuture.runAsync(() -> forget(event.getCache(), key));
        }
    }

    @SuppressWarnings("unchecked")
    private static void forget(org.infinispan.Cache<?, ?> cache, Object key) {
        try {
            ((org.infinispan.Cache<Object, ?>) cache).evict(key);
        } catch (RuntimeException e) {
            LOG.warnf(e, "A session that has ended is kept in the cache %s until it expires", cache.getName());
        }
    }
}
