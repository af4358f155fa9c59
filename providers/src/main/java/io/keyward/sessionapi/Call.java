package io.keyward.sessionapi;

import io.keyward.endpoint.RealmRoot;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** One request at the session API: which client it is for, and where the browser sees the API. */
final class Call {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String clientId;
    private ClientModel client;
    private ClientSettings settings;
    private URI base;

    /** @param clientId of the client that the path names, or null */
    Call(KeycloakSession session, String clientId) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.clientId = clientId;
    }

    KeycloakSession session() {
        return session;
    }

    RealmModel realm() {
        return realm;
    }

    /** Whether the path names its client. */
    boolean named() {
        return clientId != null;
    }

    /** The client that this request is for; 404 where none has asked for the API, 400 where several have and none is meant. */
    ClientModel client() {
        if (client == null) {
            requireHttps();
            ApiClients clients = new ApiClients(session);
            client = named() ? clients.named(this, clientId) : clients.only(this);
        }
        return client;
    }

    /** The client that the token of this request is of, where the path names none. */
    void of(ClientModel tokens) {
        if (client == null) {
            client = tokens;
        }
    }

    ClientSettings settings() {
        if (settings == null) {
            settings = ClientSettings.of(client());
        }
        return settings;
    }

    /** The API's address as browsers see it, without a slash at the end. */
    URI base() {
        if (base == null) {
            base = settings().publicUrl() == null ? ownAddress() : settings().publicUrl();
        }
        return base;
    }

    private URI ownAddress() {
        UriBuilder builder = RealmRoot.uri(
                        session.getContext().getUri(UrlType.FRONTEND).getBaseUri(), realm)
                .path(AuthEndpoint.PATH);
        return named() ? builder.path("clients").path("{id}").build(clientId) : builder.build();
    }

    /** The address of one endpoint. */
    URI at(String endpoint) {
        return UriBuilder.fromUri(base()).path(endpoint).build();
    }

    /** Whether browsers see the API on HTTPS. Asked at each check, so no address is built for it. */
    boolean secure() {
        URI seen = settings().publicUrl();
        URI at = seen == null ? session.getContext().getUri(UrlType.FRONTEND).getBaseUri() : seen;
        return "https".equals(at.getScheme());
    }

    /** The only value of a header; null when it is missing, and when there are several. */
    String header(String name) {
        List<String> values = headers(name);
        return values.size() == 1 ? values.get(0) : null;
    }

    List<String> headers(String name) {
        List<String> values =
                session.getContext().getHttpRequest().getHttpHeaders().getRequestHeader(name);
        return values == null ? List.of() : values;
    }

    /** As Keycloak's own token endpoint asks for it. */
    private void requireHttps() {
        if (!realm.isEnabled()) {
            throw Problem.of(ErrorCode.SESSION_API_OFF, this);
        }
        boolean https =
                "https".equals(session.getContext().getUri().getBaseUri().getScheme());
        if (!https && realm.getSslRequired().isRequired(session.getContext().getConnection())) {
            throw Problem.of(ErrorCode.HTTPS_REQUIRED, this);
        }
    }
}
