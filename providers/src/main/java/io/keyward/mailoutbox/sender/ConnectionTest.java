package io.keyward.mailoutbox.sender;

import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;

/**
 * Whether the mail at hand is the admin console's "Test connection", whose answer must be what the mail server said.
 *
 * <p>Keycloak 26.7 sends it through the same method as any other mail. Two signs tell it: our template provider marks it, and
 * where another one is in use, the request is to the resource that does it. That the settings differ from the realm's is no
 * sign: whoever tests what is saved sends the same.
 */
final class ConnectionTest {

    private static final String ATTRIBUTE = "keyward.mail.connection-test";
    private static final String RESOURCE = "/testSMTPConnection";

    private ConnectionTest() {}

    static void begin(KeycloakSession session) {
        session.setAttribute(ATTRIBUTE, Boolean.TRUE);
    }

    static void end(KeycloakSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    static boolean underWay(KeycloakSession session) {
        return Boolean.TRUE.equals(session.getAttribute(ATTRIBUTE)) || requested(session);
    }

    private static boolean requested(KeycloakSession session) {
        try {
            HttpRequest request = session.getContext().getHttpRequest();
            return request != null && request.getUri().getPath().endsWith(RESOURCE);
        } catch (RuntimeException e) {
            // There is no request: in the background Keycloak throws where it could answer null.
            return false;
        }
    }
}
