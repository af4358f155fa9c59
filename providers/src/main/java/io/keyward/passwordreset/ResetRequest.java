package io.keyward.passwordreset;

import java.net.URI;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.urls.UrlType;

/**
 * What is known of somebody who asks for a new password, as far as it is needed when the request is over. Making one costs the
 * same whatever was typed.
 *
 * @param realmId id of the realm
 * @param name what was typed, or null if no account can have such a name
 * @param ip where it came from; null if unknown
 * @param clientId the application at which the person wanted to sign in, or null
 * @param language the language of the page, for accounts that have none of their own
 * @param base the public address of the server, never what a Host header says, as far as one is configured
 */
record ResetRequest(String realmId, String name, String ip, String clientId, String language, URI base) {

    static ResetRequest of(KeycloakSession session, String typed) {
        ClientModel client = session.getContext().getClient();
        return new ResetRequest(
                session.getContext().getRealm().getId(),
                TypedName.searchable(typed),
                session.getContext().getConnection().getRemoteHost(),
                client == null ? null : client.getClientId(),
                session.getContext().resolveLocale(null).toLanguageTag(),
                session.getContext().getUri(UrlType.FRONTEND).getBaseUri());
    }

    /** Without name and address, which must not reach a log. */
    @Override
    public String toString() {
        return "ResetRequest[realmId=" + realmId + "]";
    }
}
