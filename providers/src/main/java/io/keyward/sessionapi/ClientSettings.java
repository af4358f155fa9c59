package io.keyward.sessionapi;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.keycloak.models.ClientModel;

/**
 * What a client has set: attributes that begin with {@code keyward.session-api.}. A value that means nothing counts as not
 * set, and what is not set has the safe choice.
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

    static final String ENABLED = "keyward.session-api.enabled";

    private static final String PREFIX = "keyward.session-api.";
    private static final Pattern COOKIE_NAME = Pattern.compile("[A-Za-z0-9_-]{1,50}");
    private static final Pattern DOMAIN = Pattern.compile("(?=.{1,253}$)[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E ]{1,500}");
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,6}");

    /** Read from the client, which Keycloak caches. */
    static ClientSettings of(ClientModel client) {
        String access = matching(client, "access-cookie", COOKIE_NAME, "access_token");
        String refresh = matching(client, "refresh-cookie", COOKIE_NAME, "refresh_token");
        return new ClientSettings(
                "body".equals(value(client, "refresh-token")),
                access,
                refresh.equals(access) ? refresh + "_refresh" : refresh,
                matching(client, "cookie-domain", DOMAIN, null),
                sameSite(value(client, "same-site")),
                url(value(client, "public-url")),
                !"client".equals(value(client, "logout")),
                withOpenId(matching(client, "scope", SCOPE, "openid")),
                Integer.parseInt(matching(client, "address-limit", LIMIT, "30")),
                Integer.parseInt(matching(client, "account-limit", LIMIT, "10")));
    }

    static boolean enabled(ClientModel client) {
        return "true".equals(client.getAttribute(ENABLED));
    }

    private static String sameSite(String value) {
        String word = value == null ? "" : value.toLowerCase(Locale.ROOT);
        return "lax".equals(word) ? "Lax" : "none".equals(word) ? "None" : "Strict";
    }

    private static String withOpenId(String scope) {
        return (" " + scope + " ").contains(" openid ") ? scope : "openid " + scope;
    }

    private static URI url(String value) {
        if (value == null) {
            return null;
        }
        try {
            URI url = new URI(value.replaceFirst("/+$", ""));
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            return web && url.getHost() != null && url.getRawQuery() == null && url.getRawFragment() == null
                    ? url
                    : null;
        } catch (URISyntaxException noAddress) {
            return null;
        }
    }

    private static String matching(ClientModel client, String name, Pattern format, String otherwise) {
        String value = value(client, name);
        return value != null && format.matcher(value).matches() ? value : otherwise;
    }

    private static String value(ClientModel client, String name) {
        String value = client.getAttribute(PREFIX + name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
