package io.keyward.stack;

import com.sun.net.httpserver.Headers;
import java.util.Set;

/** Keeps other web sites from reading the caught mails or deleting them: mails hold links that sign people in. */
final class SameOrigin {

    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    private SameOrigin() {}

    static boolean allows(String method, Headers headers) {
        return knownHost(headers.getFirst("Host")) && (safe(method) || ownPage(headers));
    }

    /** A foreign name that resolves to this machine is how a web site would get around the browser's own rules. */
    private static boolean knownHost(String host) {
        return host != null && HOSTS.contains(host.replaceFirst(":[0-9]+$", ""));
    }

    private static boolean safe(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    private static boolean ownPage(Headers headers) {
        String origin = headers.getFirst("Origin");
        return origin == null || origin.equals("http://" + headers.getFirst("Host"));
    }
}
