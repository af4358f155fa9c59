package io.keyward.sessionapi;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** The settings of the session API at a client: names, help, defaults and limits, each stated once. */
final class ClientOptions {

    static final String BODY = "body";
    static final String LAX = "lax";
    static final String NONE = "none";
    static final String CLIENT = "client";

    static final ClientOption REFRESH_TOKEN = ClientOption.choice(
            "refresh-token",
            "Refresh token",
            "Where refresh tokens go: cookie, which scripts of pages cannot read, or body, for native applications that keep"
                    + " them themselves. Calls of such applications need no Origin if they bring no cookies.",
            "cookie",
            BODY);
    static final ClientOption ACCESS_COOKIE = cookie(
            "access-cookie",
            "Name of the access cookie",
            "access_token",
            "Without the prefix __Host- or __Secure-, which is put before it on HTTPS. Give each client of one host its own.");
    static final ClientOption REFRESH_COOKIE = cookie(
            "refresh-cookie",
            "Name of the refresh cookie",
            "refresh_token",
            "Without the prefix __Secure-, which is put before it on HTTPS. It goes to the paths /refresh and /logout only.");
    static final ClientOption COOKIE_DOMAIN = ClientOption.text(
            "cookie-domain",
            "Cookie domain",
            "Empty, and safest: the cookies are for the one host. Otherwise they go to all sub-domains of this domain, each of"
                    + " which can then plant cookies.",
            "",
            Pattern.compile("(?=.{1,253}$)[a-z0-9-]+(\\.[a-z0-9-]+)+").asMatchPredicate(),
            "a domain in lower case, such as example.org");
    static final ClientOption SAME_SITE = ClientOption.choice(
            "same-site",
            "SameSite",
            "strict: the cookies come with requests of pages of the same site only. lax: also when a link on another site is"
                    + " followed. none: also from pages of other sites, whose origins are then all that is checked.",
            "strict",
            LAX,
            NONE);
    static final ClientOption PUBLIC_URL = ClientOption.text(
            "public-url",
            "Public URL",
            "Where browsers see the API, such as https://app.example.org/auth, when a proxy puts it under the application's own"
                    + " host. Empty: Keycloak's own address.",
            "",
            value -> address(value).isPresent(),
            "an address that begins with https:// or http:// and has neither query nor fragment");
    static final ClientOption LOGOUT = ClientOption.choice(
            "logout",
            "Sign-out ends",
            "session: the whole session, with all applications in it. client: this application's part of it.",
            "session",
            CLIENT);
    static final ClientOption SCOPE = ClientOption.text(
            "scope",
            "Scopes",
            "Asked for at each sign-in, with spaces between; openid is always among them.",
            "openid",
            Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E ]{1,500}").asMatchPredicate(),
            "names of client scopes with spaces between, 500 characters at most");
    static final ClientOption ADDRESS_LIMIT = ClientOption.number(
            "address-limit",
            "Calls per minute and IP address",
            "Of one kind (register, login, verify, start, forgot, reset), on each node. IPv6 addresses count by their first 64"
                    + " bits.",
            30);
    static final ClientOption ACCOUNT_LIMIT = ClientOption.number(
            "account-limit",
            "Calls per minute and account",
            "Of one kind, on each node. Sign-ins are counted per IP address, so that nobody can lock others out.",
            10);

    static final List<ClientOption> ALL = List.of(
            REFRESH_TOKEN,
            PUBLIC_URL,
            SAME_SITE,
            COOKIE_DOMAIN,
            ACCESS_COOKIE,
            REFRESH_COOKIE,
            LOGOUT,
            SCOPE,
            ADDRESS_LIMIT,
            ACCOUNT_LIMIT);

    private ClientOptions() {}

    /** What the admin console shows. */
    static List<ProviderConfigProperty> metadata() {
        ProviderConfigurationBuilder builder = ProviderConfigurationBuilder.create();
        ALL.forEach(option -> option.describe(builder));
        return builder.build();
    }

    /** The configuration, with what holds where nothing is set. */
    static Map<String, String> effective(Map<String, String> config) {
        Map<String, String> effective = new LinkedHashMap<>(config);
        ALL.stream().filter(option -> !option.initial().isEmpty()).forEach(option -> {
            if (effective.getOrDefault(option.name(), "").isBlank()) {
                effective.put(option.name(), option.initial());
            }
        });
        return effective;
    }

    /** What is wrong with a configuration, in words for an administrator. */
    static List<String> complaints(Map<String, String> config) {
        List<String> complaints = ALL.stream()
                .map(option -> option.complaint(config))
                .flatMap(Optional::stream)
                .toList();
        return complaints.isEmpty() && ACCESS_COOKIE.in(config).equals(REFRESH_COOKIE.in(config))
                ? List.of("The two cookies need two names.")
                : complaints;
    }

    /** An address of the web, without slashes at its end. */
    static Optional<URI> address(String value) {
        try {
            URI url = new URI(value.replaceFirst("/+$", ""));
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            return web && url.getHost() != null && url.getRawQuery() == null && url.getRawFragment() == null
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static ClientOption cookie(String name, String label, String initial, String help) {
        return ClientOption.text(
                name,
                label,
                help,
                initial,
                Pattern.compile("(?!__)[A-Za-z0-9_-]{1,50}").asMatchPredicate(),
                "1 to 50 of A-Z a-z 0-9 _ - that do not begin with __");
    }
}
