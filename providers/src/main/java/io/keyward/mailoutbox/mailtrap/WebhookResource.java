package io.keyward.mailoutbox.mailtrap;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * {@code POST /realms/{realm}/keyward/mailtrap}: events from Mailtrap. 200 is said to every body that is signed and is a
 * webhook's, also if nothing in it is known: anything else would come again, 40 times. 404 where the realm has no signing secret.
 */
public final class WebhookResource {

    private static final Logger LOG = Logger.getLogger(WebhookResource.class);

    private final KeycloakSession session;
    private final RealmModel realm;

    WebhookResource(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** A batch of events; all of them are written down together. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response receive(@HeaderParam("Mailtrap-Signature") String signature, InputStream sent) throws IOException {
        WebhookSecrets secrets = WebhookSecrets.of(session, realm);
        if (secrets.none()) {
            LOG.errorf(
                    "The vault does not have the signing secret of Mailtrap's webhook for realm %s", realm.getName());
            return answer(Status.SERVICE_UNAVAILABLE);
        }
        Optional<byte[]> body = WebhookBody.read(sent);
        if (body.isEmpty()) {
            return answer(Status.REQUEST_ENTITY_TOO_LARGE);
        }
        if (!secrets.signed(body.get(), signature)) {
            LOG.debugf("A webhook for realm %s was not signed by its secret", realm.getName());
            return answer(Status.BAD_REQUEST);
        }
        List<JsonNode> events;
        try {
            events = WebhookBody.events(body.get());
        } catch (IOException e) {
            return answer(Status.BAD_REQUEST);
        }
        take(events);
        return answer(Status.OK);
    }

    private void take(List<JsonNode> events) {
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        Reports reports = new Reports(session, realm);
        long news = events.stream()
                .map(event -> WebhookEvent.of(event, now))
                .flatMap(Optional::stream)
                .filter(reports::take)
                .count();
        LOG.debugf("Webhook for realm %s: %d events, %d news", realm.getName(), events.size(), news);
    }

    /** With a body, since some take 200 without one for 204. */
    private static Response answer(Status status) {
        return Response.status(status)
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity(status.getReasonPhrase())
                .build();
    }
}
