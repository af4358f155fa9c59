package io.keyward.devicesession.recognition;

import org.keycloak.models.KeycloakSession;

/**
 * Says of a token request that the person's own browser made it, so that the browser's cookie tells which device it is. For
 * whoever asks Keycloak for tokens within a request of a browser; at the token endpoint itself a cookie means nothing.
 */
public final class BrowserBehind {

    private static final String ATTRIBUTE = "keyward.device.browser";

    private BrowserBehind() {}

    /** From now on, for the rest of this request. */
    public static void note(KeycloakSession session) {
        session.setAttribute(ATTRIBUTE, Boolean.TRUE);
    }

    static boolean noted(KeycloakSession session) {
        return Boolean.TRUE.equals(session.getAttribute(ATTRIBUTE));
    }
}
