package io.keyward.emailverification.guard;

import java.util.Map;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The one refusal that every layer gives: its OAuth error, its text and its event. */
public final class EmailNotVerified {

    /** RFC 6749 section 5.2: the grant is valid in itself but not for this resource owner as he stands. */
    public static final String OAUTH_ERROR = OAuthErrorException.INVALID_GRANT;

    /** English, for developers: it appears as {@code error_description}. */
    public static final String DESCRIPTION = "Email address is not verified";

    /** Error of the event, in Keycloak's spelling of such words. */
    public static final String EVENT_ERROR = "email_not_verified";

    private EmailNotVerified() {}

    /**
     * Rolls back what the request has done, and writes a VERIFY_EMAIL_ERROR event at once. Left alone, Keycloak (26.7) commits
     * a refused OAuth request: the sign-in would leave a session and a device. No address in the event.
     */
    static void refuse(KeycloakSession session, ClientModel client, UserModel user, Map<String, String> details) {
        session.getTransactionManager().setRollbackOnly();
        EventBuilder event = new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(EventType.VERIFY_EMAIL)
                .client(client)
                .user(user);
        details.forEach(event::detail);
        event.error(EVENT_ERROR);
    }
}
