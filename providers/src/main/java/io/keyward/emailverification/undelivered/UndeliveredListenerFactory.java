package io.keyward.emailverification.undelivered;

import io.keyward.mailoutbox.DeliveryReport.Kind;
import io.keyward.mailoutbox.MailReported;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;

/** Hears what becomes of mails, and who goes. Global: works without being listed in a realm's event settings. */
public final class UndeliveredListenerFactory implements EventListenerProviderFactory {

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new UndeliveredListener(session);
    }

    @Override
    public String getId() {
        return "keyward-undelivered";
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public void init(Config.Scope config) {
        // Nothing to configure.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(UndeliveredListenerFactory::onProviderEvent);
    }

    @Override
    public void close() {
        // Holds nothing.
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
