package io.keyward.devicesession.recognition;

import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;

/** The refusal of one device too many: its OAuth error, its text and its event. */
final class LimitReached {

    /** English, for developers: it appears as {@code error_description}. */
    static final String DESCRIPTION = "Signed in on too many devices; sign out on one of them first";

    /** Error of the event, in Keycloak's spelling of such words. */
    static final String EVENT_ERROR = "device_limit_reached";

    private LimitReached() {}

    /**
     * Lets nothing of the sign-in remain: neither session nor device. A program is told by {@code invalid_grant}. A browser
     * gets here only when another one was faster between the page that guards the limit and the end of its sign-in; it finds
     * itself not signed in.
     */
    static void refuse(KeycloakSession session, ClientModel client, UserModel user, RequestPlace place) {
        session.getTransactionManager().setRollbackOnly();
        event(session, client, user);
        if (place != RequestPlace.BROWSER) {
            throw new CorsErrorResponseException(
                    Cors.builder(), OAuthErrorException.INVALID_GRANT, DESCRIPTION, Response.Status.BAD_REQUEST);
        }
    }

    /** Written at once, in a transaction of its own. */
    private static void event(KeycloakSession session, ClientModel client, UserModel user) {
        EventBuilder event = new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(EventType.LOGIN)
                .user(user);
        if (client != null) {
            event.client(client);
        }
        event.error(EVENT_ERROR);
    }
}
