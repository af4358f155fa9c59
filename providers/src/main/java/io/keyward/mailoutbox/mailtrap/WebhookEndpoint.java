package io.keyward.mailoutbox.mailtrap;

import io.keyward.endpoint.RealmEndpoint;
import jakarta.ws.rs.NotFoundException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Puts {@link WebhookResource} under {@code /realms/{realm}/keyward/mailtrap}. */
public final class WebhookEndpoint implements RealmEndpoint {

    @Override
    public String path() {
        return "mailtrap";
    }

    @Override
    public Object resource(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        if (!WebhookSecrets.wanted(realm)) {
            throw new NotFoundException();
        }
        return new WebhookResource(session, realm);
    }
}
