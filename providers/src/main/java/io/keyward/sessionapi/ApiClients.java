package io.keyward.sessionapi;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** The clients of a realm that may use the session API. */
final class ApiClients {

    /** More of them than this are not told apart by their origins. */
    private static final int MOST = 100;

    private static final long REMEMBERED_NANOS = Duration.ofSeconds(10).toNanos();

    /** Realm id to its only client, so that a check costs no query. Whether that client still may is asked each time. */
    private static final Map<String, Remembered> ONLY = new ConcurrentHashMap<>();

    private final KeycloakSession session;
    private final RealmModel realm;

    ApiClients(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** The client of this id, if it may use the API. */
    ClientModel named(Call call, String clientId) {
        ClientModel client = clientId.indexOf('\0') >= 0 ? null : realm.getClientByClientId(clientId);
        if (client == null || !usable(client)) {
            throw Problem.of(ErrorCode.SESSION_API_OFF, call);
        }
        return client;
    }

    /** The only client that may use the API, or the only one of them that the request's origin belongs to. */
    ClientModel only(Call call) {
        ClientModel remembered = remembered();
        if (remembered != null) {
            return remembered;
        }
        List<ClientModel> found = withAttribute().stream()
                .map(realm::getClientById)
                .filter(Objects::nonNull)
                .filter(ApiClients::usable)
                .toList();
        if (found.isEmpty()) {
            throw Problem.of(ErrorCode.SESSION_API_OFF, call);
        }
        if (found.size() == 1) {
            ONLY.put(realm.getId(), new Remembered(found.get(0).getId(), System.nanoTime()));
            return found.get(0);
        }
        String origin = call.header("Origin");
        List<ClientModel> meant = found.stream()
                .filter(client -> origin != null && Origins.of(session, client).contains(origin))
                .toList();
        if (meant.size() != 1) {
            throw Problem.of(ErrorCode.CLIENT_UNCLEAR, call);
        }
        return meant.get(0);
    }

    /** Whether tokens of this client are good for the API. */
    static boolean usable(ClientModel client) {
        return client.isEnabled()
                && !client.isBearerOnly()
                && (client.getProtocol() == null || OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol()))
                && ClientSettings.enabled(client);
    }

    /**
     * Asked of the table: Keycloak (26.7) searches for clients by attributes only where the server's configuration names each
     * attribute.
     */
    private List<String> withAttribute() {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select a.client.id from ClientAttributeEntity a where a.name = :name and a.client.realmId = :realm",
                        String.class)
                .setParameter("name", ClientSettings.ENABLED)
                .setParameter("realm", realm.getId())
                .setMaxResults(MOST)
                .getResultList();
    }

    private ClientModel remembered() {
        Remembered only = ONLY.get(realm.getId());
        if (only == null || System.nanoTime() - only.since() > REMEMBERED_NANOS) {
            return null;
        }
        ClientModel client = realm.getClientById(only.id());
        return client != null && usable(client) ? client : null;
    }

    /** @param id of the client; @param since in nanoseconds of this process */
    private record Remembered(String id, long since) {}
}
