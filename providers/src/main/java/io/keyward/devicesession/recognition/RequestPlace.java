package io.keyward.devicesession.recognition;

import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;

/** Where the request of this Keycloak session came in, and hence who sent it: a person's browser, or a program. */
enum RequestPlace {
    /** A page of a sign-in: the browser itself asks, and its cookies say which it is. */
    BROWSER,
    /** The admin REST API, where tokens are made for show ("evaluate" at client scopes). */
    ADMIN,
    /** An application or its server, at the token endpoint or elsewhere. Cookies mean nothing there. */
    BACK_CHANNEL;

    private static final Pattern BROWSER_PATH = Pattern.compile(
            "(/.*)?/realms/[^/]+/"
                    + "(protocol/openid-connect/(auth|registrations|forgot-credentials)|(protocol/saml|login-actions|broker|device)(/.*)?)");
    private static final Pattern ADMIN_PATH = Pattern.compile("(/.*)?/admin/realms/.*");

    static RequestPlace of(KeycloakSession session) {
        return of(session.getContext().getUri().getPath());
    }

    static RequestPlace of(String path) {
        String absolute = path.startsWith("/") ? path : "/" + path;
        if (ADMIN_PATH.matcher(absolute).matches()) {
            return ADMIN;
        }
        return BROWSER_PATH.matcher(absolute).matches() ? BROWSER : BACK_CHANNEL;
    }
}
