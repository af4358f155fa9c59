package io.keyward.emailverification.confirmation;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Pages whose address or content is a secret: kept by no cache, told to no other site. */
final class NoStore {

    private NoStore() {}

    static Response on(Response page) {
        page.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        page.getHeaders().putSingle("Referrer-Policy", "no-referrer");
        return page;
    }
}
