package io.keyward.sessionapi;

import java.net.URI;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ProtocolMapperModel;

/**
 * What an administrator has set at the client's mapper {@link SessionApiMapper}. A value that makes no sense, which may come by
 * an import, counts as not set, and what is not set has the safe choice.
 *
 * @param refreshInBody whether refresh tokens go to the application itself, as native ones need it, instead of into a cookie
 * @param accessCookie the name of the cookie, without prefix
 * @param refreshCookie the name of the cookie, without prefix
 * @param cookieDomain of both cookies, or null for the host alone
 * @param sameSite {@code Strict}, {@code Lax} or {@code None}
 * @param publicUrl where browsers see the API, or null for Keycloak's own address
 * @param endsSsoSession whether to sign out here ends the whole session, or this client's part of it
 * @param scope asked for at each sign-in
 * @param addressLimit calls of one kind that an IP address has per minute
 * @param accountLimit calls of one kind about one account per minute
 */
record ClientSettings(
        boolean refreshInBody,
        String accessCookie,
        String refreshCookie,
        String cookieDomain,
        String sameSite,
        URI publicUrl,
        boolean endsSsoSession,
        String scope,
        int addressLimit,
        int accountLimit) {

    /** Read from the client and its own mappers, which Keycloak caches. */
    static ClientSettings of(ClientModel client) {
        return of(mapper(client).map(ProtocolMapperModel::getConfig).orElse(Map.of()));
    }

    static ClientSettings of(Map<String, String> config) {
        String access = ClientOptions.ACCESS_COOKIE.in(config);
        String refresh = ClientOptions.REFRESH_COOKIE.in(config);
        String domain = ClientOptions.COOKIE_DOMAIN.in(config);
        return new ClientSettings(
                ClientOptions.BODY.equals(ClientOptions.REFRESH_TOKEN.in(config)),
                access,
                refresh.equals(access) ? refresh + "_refresh" : refresh,
                domain.isEmpty() ? null : domain,
                sameSite(ClientOptions.SAME_SITE.in(config)),
                ClientOptions.address(ClientOptions.PUBLIC_URL.in(config)).orElse(null),
                !ClientOptions.CLIENT.equals(ClientOptions.LOGOUT.in(config)),
                withOpenId(ClientOptions.SCOPE.in(config)),
                Integer.parseInt(ClientOptions.ADDRESS_LIMIT.in(config)),
                Integer.parseInt(ClientOptions.ACCOUNT_LIMIT.in(config)));
    }

    /** Whether the client itself has the mapper; one of a client scope that it shares with others does not count. */
    static boolean enabled(ClientModel client) {
        return mapper(client).isPresent();
    }

    /** Keycloak's console adds no second one; where an import did, the same one holds on each node. */
    private static Optional<ProtocolMapperModel> mapper(ClientModel client) {
        return client.getProtocolMapperByType(SessionApiMapper.ID).stream()
                .min(Comparator.comparing(ProtocolMapperModel::getId));
    }

    private static String sameSite(String choice) {
        return switch (choice) {
            case ClientOptions.LAX -> "Lax";
            case ClientOptions.NONE -> "None";
            default -> "Strict";
        };
    }

    private static String withOpenId(String scope) {
        return (" " + scope + " ").contains(" openid ") ? scope : "openid " + scope;
    }
}
