package io.keyward.mailoutbox.jpa;

import io.keyward.mailoutbox.MailRecords;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel.UserPreRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Deletes the mails of users and realms in the transaction that removes them. Both events of a user are heard, since Keycloak
 * 26.7 announces some removals only before and some only after. Users that go with their federation are not announced: their
 * mails go with the retention.
 */
record RemovalListener(Function<KeycloakSession, MailRecords> mails) implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof UserPreRemovedEvent removal) {
            mails.apply(removal.getKeycloakSession())
                    .removeUser(removal.getRealm().getId(), removal.getUser().getId());
        } else if (event instanceof UserRemovedEvent removal) {
            mails.apply(removal.getKeycloakSession())
                    .removeUser(removal.getRealm().getId(), removal.getUser().getId());
        } else if (event instanceof RealmRemovedEvent removal) {
            mails.apply(removal.getKeycloakSession())
                    .removeRealm(removal.getRealm().getId());
        }
    }
}
