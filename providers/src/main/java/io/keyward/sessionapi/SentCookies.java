package io.keyward.sessionapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cookies that came with a request, as they were sent. A name that came twice was planted once, by a sub-domain or another
 * path (cookie tossing): which one is genuine cannot be told, so none counts.
 */
final class SentCookies {

    private final Call call;
    private final List<String> pairs = new ArrayList<>();

    SentCookies(Call call) {
        this.call = call;
        for (String header : call.headers("Cookie")) {
            for (String pair : header.split(";")) {
                pairs.add(pair.strip());
            }
        }
    }

    /** The value of the cookie; nothing when there is none; 400 when there are several. */
    Optional<String> value(String name) {
        List<String> values = pairs.stream()
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .toList();
        if (values.size() > 1) {
            throw Problem.of(ErrorCode.DUPLICATE_COOKIE, call);
        }
        return values.stream().filter(value -> !value.isEmpty()).findFirst();
    }

    /** Whether any cookie of this API came. */
    boolean any() {
        CookieNames names = new CookieNames(call);
        return pairs.stream()
                .anyMatch(pair -> pair.startsWith(names.access() + "=") || pair.startsWith(names.refresh() + "="));
    }
}
