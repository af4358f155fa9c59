package io.keyward.emailverification.proof;

import io.keyward.listener.GlobalListenerFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;

/** Keeps the evidence in step with accounts and realms. Global: works without being listed in a realm's event settings. */
public final class EmailProofListenerFactory extends GlobalListenerFactory {

    public EmailProofListenerFactory() {
        super("keyward-email-proof", EmailProofListener::new);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(EmailProofListenerFactory::onProviderEvent);
    }

    private static void onProviderEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started) {
            adoptAll(started.getFactory());
        } else if (event instanceof RealmModel.RealmPostCreateEvent created) {
            adoptImported(created.getKeycloakSession(), created.getCreatedRealm());
        } else if (event instanceof UserModel.UserPreRemovedEvent removed) {
            forget(removed.getKeycloakSession(), removed.getUser());
        } else if (event instanceof UserModel.UserRemovedEvent removed) {
            // Depending on who removes the user, Keycloak 26.7 sends the one or the other.
            forget(removed.getKeycloakSession(), removed.getUser());
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            new EmailProofRows(removed.getKeycloakSession())
                    .removeRealm(removed.getRealm().getId());
            Adoption.forget(removed.getRealm().getId());
        }
    }

    private static void forget(KeycloakSession session, UserModel user) {
        new EmailProofRows(session).removeUser(user.getId());
    }

    private static void adoptAll(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(
                factory,
                session -> session.realms()
                        .getRealmsStream()
                        .filter(EmailVerificationRealm::asked)
                        .forEach(realm -> Adoption.ensure(factory, realm)));
    }

    private static void adoptImported(KeycloakSession session, RealmModel realm) {
        if (EmailVerificationRealm.asked(realm)) {
            Adoption.adopt(session, realm.getId());
        }
    }
}
