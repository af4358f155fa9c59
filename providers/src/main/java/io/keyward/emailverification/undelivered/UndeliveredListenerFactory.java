package io.keyward.emailverification.undelivered;

import io.keyward.listener.GlobalListenerFactory;
import io.keyward.mailoutbox.DeliveryReport.Kind;
import io.keyward.mailoutbox.MailReported;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;

/** Hears what becomes of mails, and who goes. Global: works without being listed in a realm's event settings. */
public final class UndeliveredListenerFactory extends GlobalListenerFactory {

    public UndeliveredListenerFactory() {
        super("keyward-undelivered", UndeliveredListener::new);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(UndeliveredListenerFactory::onProviderEvent);
    }

    private static void onProviderEvent(ProviderEvent event) {
        if (event instanceof MailReported reported) {
            heard(reported);
        } else if (event instanceof UserModel.UserPreRemovedEvent removed) {
            new UndeliveredRows(removed.getKeycloakSession())
                    .removeUser(removed.getUser().getId());
        } else if (event instanceof UserModel.UserRemovedEvent removed) {
            // Depending on who removes the user, Keycloak 26.7 sends the one or the other.
            new UndeliveredRows(removed.getKeycloakSession())
                    .removeUser(removed.getUser().getId());
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            new UndeliveredRows(removed.getKeycloakSession())
                    .removeRealm(removed.getRealm().getId());
        }
    }

    private static void heard(MailReported reported) {
        String userId = reported.mail().userId();
        String address = reported.mail().address();
        boolean reached = reported.report().kind() == Kind.DELIVERED;
        if (userId == null || address == null || !(reached || reported.unreachable())) {
            return;
        }
        UserModel user = reported.session().users().getUserById(reported.realm(), userId);
        if (user == null) {
            return;
        }
        UndeliveredAddresses addresses = new UndeliveredAddresses(reported.session());
        if (reached) {
            addresses.reached(user, address, reported.report().at());
        } else {
            addresses.mark(reported.realm(), user, address, reported.report());
        }
    }
}
