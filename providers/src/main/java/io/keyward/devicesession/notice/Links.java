package io.keyward.devicesession.notice;

import io.keyward.endpoint.RealmRoot;
import java.net.URI;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/** The addresses that stand in mails and pages. */
final class Links {

    private Links() {}

    /** Where people look after their account. */
    static String account(KeycloakSession session, RealmModel realm) {
        return Urls.accountBase(frontend(session)).build(realm.getName()).toString();
    }

    /** The page behind a link that was mailed, with the public address of the server. */
    static URI notMe(KeycloakSession session, RealmModel realm, String token) {
        return notMe(frontend(session), realm, token);
    }

    /** The same page, by the address that the browser uses now. */
    static URI notMePath(KeycloakSession session, RealmModel realm, String token) {
        return notMe(session.getContext().getUri().getBaseUri(), realm, token);
    }

    /** The public address of the server, never what a Host header says, as far as one is configured. */
    static URI frontend(KeycloakSession session) {
        return session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
    }

    private static URI notMe(URI base, RealmModel realm, String token) {
        return RealmRoot.uri(base, realm).path(NotMeEndpoint.PATH).path(token).build();
    }
}
