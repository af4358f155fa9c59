package io.keyward.devicesession.jpa;

import io.keyward.devicesession.DeviceSessionProvider;
import java.util.function.Function;
import org.keycloak.models.ClientModel.ClientRemovedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel.UserPreRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Deletes what belongs to users, clients and realms in the transaction that removes them.
 *
 * <p>Keycloak 26.7 announces some removals of users only before (those that code asks of {@code session.users()}) and some
 * only after (imported users that their federation no longer knows), so both are heard. Users that go with their federation
 * are not announced at all; they are left to {@link Orphans}.
 */
final class RemovalListener implements ProviderEventListener {

    private final Function<KeycloakSession, DeviceSessionProvider> store;

    RemovalListener(Function<KeycloakSession, DeviceSessionProvider> store) {
        this.store = store;
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof UserPreRemovedEvent removal) {
            store.apply(removal.getKeycloakSession())
                    .removeUser(removal.getRealm().getId(), removal.getUser().getId());
        } else if (event instanceof UserRemovedEvent removal) {
            store.apply(removal.getKeycloakSession())
                    .removeUser(removal.getRealm().getId(), removal.getUser().getId());
        } else if (event instanceof ClientRemovedEvent removal) {
            store.apply(removal.getKeycloakSession())
                    .removeClient(
                            removal.getClient().getRealm().getId(),
                            removal.getClient().getId());
        } else if (event instanceof RealmRemovedEvent removal) {
            store.apply(removal.getKeycloakSession())
                    .removeRealm(removal.getRealm().getId());
        }
    }
}
