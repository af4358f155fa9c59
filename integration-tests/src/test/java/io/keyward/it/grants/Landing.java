package io.keyward.it.grants;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where a sign-in ended: at the client, with what the redirect carries, or on a page. */
record Landing(Page page, Map<String, String> parameters) {

    static Landing on(Page page) {
        return new Landing(page, Map.of());
    }

    static Landing atClient(String url) {
        URI uri = URI.create(url);
        Map<String, String> parameters = new LinkedHashMap<>();
        read(uri.getRawQuery(), parameters);
        read(uri.getRawFragment(), parameters);
        return new Landing(null, parameters);
    }

    boolean waitsForProof() {
        return page != null && page.waitsForProof();
    }

    String code() {
        return parameters.get("code");
    }

    String describe() {
        return page == null ? "the client, with " + parameters.keySet() : "the page " + page.text();
    }

    private static void read(String encoded, Map<String, String> parameters) {
        if (encoded == null) {
            return;
        }
        for (String pair : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
    }
}
