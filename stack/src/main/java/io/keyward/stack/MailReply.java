package io.keyward.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the mail page's server answers. No answer may run a script, whatever a mail has in it. */
record MailReply(int status, Map<String, String> headers, String body) {

    private static final String OWN_PAGE =
            "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'";
    private static final String MAIL = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
            + " style-src 'unsafe-inline'; img-src data: http: https:; font-src data:";

    static MailReply page(String html) {
        return of(200, "text/html", OWN_PAGE, html);
    }

    static MailReply mailHtml(String html) {
        return of(200, "text/html", MAIL, html);
    }

    static MailReply text(String text) {
        return of(200, "text/plain", MAIL, text);
    }

    static MailReply json(String json) {
        return of(200, "application/json", MAIL, json);
    }

    static MailReply style() {
        try (InputStream file = MailReply.class.getResourceAsStream("mail-page.css")) {
            return of(200, "text/css", OWN_PAGE, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MailReply missing() {
        return of(404, "text/html", OWN_PAGE, MailPages.missing());
    }

    static MailReply forbidden() {
        return of(403, "text/plain", MAIL, "Only this machine's own pages may do that.\n");
    }

    static MailReply done() {
        return new MailReply(204, Map.of(), "");
    }

    static MailReply toList() {
        return new MailReply(303, Map.of("Location", "/"), "");
    }

    private static MailReply of(int status, String type, String policy, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", type + "; charset=utf-8");
        headers.put("Content-Security-Policy", policy);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cache-Control", "no-store");
        return new MailReply(status, headers, body);
    }
}
