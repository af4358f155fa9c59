package io.keyward.sessionapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** The clients of a realm that may use the session API. */
final class ApiClients {

    /** More of them than this are not told apart by their origins. */
    private static final int MOST = 100;

    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    /** How long to believe that there is no such client, or none of that origin: long enough to cost no query per request. */
    private static final Duration DOUBTED = Duration.ofSeconds(1);

    /** By realm, so that a check costs no query. Whether a client still may is asked of Keycloak's cache each time. */
    private static final Cache<String, Remembered> KNOWN = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();

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
        String origin = call.header("Origin");
        List<ClientModel> clients = all(origin);
        if (clients.isEmpty()) {
            throw Problem.of(ErrorCode.SESSION_API_OFF, call);
        }
        if (clients.size() == 1) {
            return clients.get(0);
        }
        List<ClientModel> meant =
                clients.stream().filter(client -> has(client, origin)).toList();
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

    private List<ClientModel> all(String origin) {
        Remembered known = KNOWN.getIfPresent(realm.getId());
        if (known != null) {
            List<ClientModel> clients = usable(known.ids());
            boolean certain =
                    !clients.isEmpty() && (origin == null || clients.stream().anyMatch(client -> has(client, origin)));
            if (certain || System.nanoTime() - known.since() < DOUBTED.toNanos()) {
                return clients;
            }
        }
        Remembered found = new Remembered(withMapper(), System.nanoTime());
        KNOWN.put(realm.getId(), found);
        return usable(found.ids());
    }

    private List<ClientModel> usable(List<String> ids) {
        return ids.stream()
                .map(realm::getClientById)
                .filter(Objects::nonNull)
                .filter(ApiClients::usable)
                .toList();
    }

    private boolean has(ClientModel client, String origin) {
        return origin != null && Origins.of(session, client).contains(origin);
    }

    /** Asked of the table: Keycloak (26.7) has no search for clients by their mappers. */
    private List<String> withMapper() {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select distinct m.client.id from ProtocolMapperEntity m"
                                + " where m.protocolMapper = :type and m.client.realmId = :realm",
                        String.class)
                .setParameter("type", SessionApiMapper.ID)
                .setParameter("realm", realm.getId())
                .setMaxResults(MOST)
                .getResultList();
    }

    /** @param ids of the clients; @param since in nanoseconds of this process */
    private record Remembered(List<String> ids, long since) {}
}
