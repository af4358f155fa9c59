package io.keyward.sessionapi;

/**
 * What the cookies are called. On HTTPS a prefix keeps others from planting one (RFC 6265bis): {@code __Host-} where the cookie
 * is for the host alone and all its paths, {@code __Secure-} otherwise.
 */
final class CookieNames {

    private final Call call;

    CookieNames(Call call) {
        this.call = call;
    }

    String access() {
        return prefixed(call.settings().accessCookie());
    }

    String refresh() {
        // Never __Host-: it asks for the path of all.
        return (call.secure() ? "__Secure-" : "") + call.settings().refreshCookie();
    }

    /** Of the cookie that ties a sign-in to the browser that began it. Never for a whole domain. */
    String start() {
        return (call.secure() ? "__Host-" : "") + call.settings().accessCookie() + "_start";
    }

    private String prefixed(String name) {
        if (!call.secure()) {
            return name;
        }
        return (call.settings().cookieDomain() == null ? "__Host-" : "__Secure-") + name;
    }
}
