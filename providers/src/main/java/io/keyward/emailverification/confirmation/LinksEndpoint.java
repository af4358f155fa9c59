package io.keyward.emailverification.confirmation;

import io.keyward.endpoint.RealmEndpoint;
import io.keyward.endpoint.RealmRoot;
import io.keyward.onetimetoken.RawToken;
import java.net.URI;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** Puts {@link LinksResource} under {@code /realms/{realm}/keyward/verify}. */
public final class LinksEndpoint implements RealmEndpoint {

    private static final String PATH = "verify";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Object resource(KeycloakSession session) {
        return new LinksResource(session);
    }

    /** With the public address of the server, never with what a Host header says, as far as one is configured. */
    static URI linkUri(KeycloakSession session, RealmModel realm, RawToken token) {
        return link(session.getContext().getUri(UrlType.FRONTEND).getBaseUri(), realm, token.value());
    }

    /** The same page, by the address that the browser uses now. */
    static URI linkPath(KeycloakSession session, RealmModel realm, String token) {
        return link(session.getContext().getUri().getBaseUri(), realm, token);
    }

    /** The page that says of no link that it is none. */
    static URI noLink(KeycloakSession session, RealmModel realm) {
        return link(session.getContext().getUri(UrlType.FRONTEND).getBaseUri(), realm, "unknown");
    }

    private static URI link(URI base, RealmModel realm, String token) {
        return RealmRoot.uri(base, realm).path(PATH).path(token).build();
    }
}
