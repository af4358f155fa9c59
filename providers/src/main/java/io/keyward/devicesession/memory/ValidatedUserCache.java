package io.keyward.devicesession.memory;

import io.keyward.devicesession.DeviceSettings;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.cache.infinispan.UserCacheManager;
import org.keycloak.models.cache.infinispan.UserCacheSession;
import org.keycloak.models.cache.infinispan.entities.CachedUser;
import org.keycloak.storage.StorageId;

/**
 * Keycloak's cache of users, which asks PostgreSQL whether a user has changed since, where there are several nodes. Keycloak (26.7)
 * tells the other nodes of a change by a message. A node that does not hear it, because the network is cut or the nodes are just
 * finding together, would go on with the old password, role or required action, and would not know a new proof.
 *
 * <p>One statement for each user that a request finds in the cache, where the realm has asked for devices and this node has ever
 * had another beside it. Else it is Keycloak's cache and nothing more. Consents and links to identity providers are not taken from
 * memory there at all. Users whom a federation keeps without importing them are as Keycloak remembers them, and as the federation's
 * cache policy says.
 */
final class ValidatedUserCache extends UserCacheSession {

    /** Where the state that a cached user was loaded in is kept, beside it. */
    private static final String STATE = "keyward.state";

    private final ValidatedUserCacheFactory factory;

    ValidatedUserCache(UserCacheManager cache, KeycloakSession session, ValidatedUserCacheFactory factory) {
        super(cache, session);
        this.factory = factory;
    }

    @Override
    protected UserModel validateCache(RealmModel realm, CachedUser cached, Supplier<UserModel> stored) {
        if (!mayHaveMissed(realm) || !StorageId.isLocalStorage(cached.getId()) || current(cached)) {
            return super.validateCache(realm, cached, stored);
        }
        // As Keycloak does with one that a federation wants forgotten. What is read now is not remembered; the next
        // request's is.
        registerUserInvalidation(cached);
        return stored.get();
    }

    /** Also what was remembered before this node had company is not current: nothing is known of its state. */
    private boolean current(CachedUser cached) {
        Object remembered = cached.getCachedWith().get(STATE);
        return remembered != null && factory.stored(em()).in(em(), cached.getId(), remembered);
    }

    @Override
    protected UserModel cacheUser(RealmModel realm, UserModel loaded, long revision) {
        if (!mayHaveMissed(realm) || !StorageId.isLocalStorage(loaded.getId())) {
            return super.cacheUser(realm, loaded, revision);
        }
        // Before the rest is loaded. The row has been already, so whether it is still the same is looked at here.
        Optional<StoredUser> now = factory.stored(em()).find(em(), loaded.getId());
        UserModel user = super.cacheUser(realm, loaded, revision);
        if (user instanceof CachedUserModel cached) {
            now.filter(stored -> loaded.isFederated()
                            || stored.is(loaded, getDelegate().getNotBeforeOfUser(realm, loaded)))
                    .ifPresent(stored -> remember(cached, stored.state()));
        }
        return user;
    }

    @Override
    public UserModel getUserByFederatedIdentity(RealmModel realm, FederatedIdentityModel link) {
        if (!mayHaveMissed(realm) || link == null || !realm.isIdentityFederationEnabled()) {
            return super.getUserByFederatedIdentity(realm, link);
        }
        UserModel linked = getDelegate().getUserByFederatedIdentity(realm, link);
        return linked == null ? null : getUserById(realm, linked.getId());
    }

    @Override
    public Stream<FederatedIdentityModel> getFederatedIdentitiesStream(RealmModel realm, UserModel user) {
        return mayHaveMissed(realm)
                ? getDelegate().getFederatedIdentitiesStream(realm, user)
                : super.getFederatedIdentitiesStream(realm, user);
    }

    @Override
    public UserConsentModel getConsentByClient(RealmModel realm, String userId, String clientId) {
        return mayHaveMissed(realm)
                ? getDelegate().getConsentByClient(realm, userId, clientId)
                : super.getConsentByClient(realm, userId, clientId);
    }

    @Override
    public Stream<UserConsentModel> getConsentsStream(RealmModel realm, String userId) {
        return mayHaveMissed(realm)
                ? getDelegate().getConsentsStream(realm, userId)
                : super.getConsentsStream(realm, userId);
    }

    private EntityManager em() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    private static boolean mayHaveMissed(RealmModel realm) {
        return ClusterWatch.company() && DeviceSettings.asked(realm);
    }

    @SuppressWarnings("unchecked") // Keycloak declares the map raw.
    private static void remember(CachedUserModel cached, String state) {
        cached.getCachedWith().put(STATE, state);
    }
}
