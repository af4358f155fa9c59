package io.keyward.sessionapi;

import java.util.ArrayList;
import java.util.List;
import org.keycloak.representations.AccessTokenResponse;

/**
 * The cookies that a browser is given: the access token for all paths, and the refresh token twice, for the two paths that need
 * it, so that it goes nowhere else.
 */
final class SetCookies {

    /** What a browser keeps at most of one cookie, attributes included; here for all together. */
    static final int MOST = 4096;

    private final Call call;
    private final CookieNames names;

    SetCookies(Call call) {
        this.call = call;
        this.names = new CookieNames(call);
    }

    /** For tokens that were issued just now. */
    List<String> of(AccessTokenResponse tokens) {
        List<String> cookies = new ArrayList<>();
        cookies.add(session(names.access(), tokens.getToken(), "/", tokens.getExpiresIn()));
        if (tokens.getRefreshToken() != null && !call.settings().refreshInBody()) {
            for (String path : refreshPaths()) {
                // A lifetime of 0 is that of the browser's session: the refresh token does not end by itself.
                long life = tokens.getRefreshExpiresIn() == 0 ? -1 : tokens.getRefreshExpiresIn();
                cookies.add(session(names.refresh(), tokens.getRefreshToken(), path, life));
            }
        }
        return cookies;
    }

    /** Takes away what {@link #of} gave. */
    List<String> gone() {
        List<String> cookies = new ArrayList<>();
        cookies.add(session(names.access(), "", "/", 0));
        for (String path : refreshPaths()) {
            cookies.add(session(names.refresh(), "", path, 0));
        }
        return cookies;
    }

    /** Ties a sign-in in a browser to it. Lax, since the browser comes back by a redirect that another site may have begun. */
    String start(String value, long seconds) {
        return cookie(names.start(), value, "/", seconds, "Lax", null);
    }

    private List<String> refreshPaths() {
        return List.of(call.at("refresh").getRawPath(), call.at("logout").getRawPath());
    }

    private String session(String name, String value, String path, long seconds) {
        return cookie(
                name,
                value,
                path,
                seconds,
                call.settings().sameSite(),
                call.settings().cookieDomain());
    }

    private String cookie(String name, String value, String path, long seconds, String sameSite, String domain) {
        // Browsers drop SameSite=None without Secure: then it is Lax.
        String site = "None".equals(sameSite) && !call.secure() ? "Lax" : sameSite;
        return name + "=" + value + "; Path=" + path
                + (domain == null ? "" : "; Domain=" + domain)
                + (seconds < 0 ? "" : "; Max-Age=" + seconds)
                + (call.secure() ? "; Secure" : "")
                + "; HttpOnly; SameSite=" + site;
    }
}
