package io.keyward.stack;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * The mail page's addresses.
 *
 * <pre>
 * GET    /                         the list            POST /delete             forget all
 * GET    /mails/{id}               one mail            POST /mails/{id}/delete  forget it
 * GET    /mails/{id}/html|source   as it was sent
 * GET    /api/mails[?to=address]   JSON, oldest first  DELETE /api/mails        forget all
 * GET    /api/mails/{id}           JSON, all of it     DELETE /api/mails/{id}   forget it
 * </pre>
 */
final class MailRoutes implements HttpHandler {

    private final MailStore store;

    MailRoutes(MailStore store) {
        this.store = store;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            MailReply reply = SameOrigin.allows(exchange.getRequestMethod(), exchange.getRequestHeaders())
                    ? reply(exchange)
                    : MailReply.forbidden();
            Headers headers = exchange.getResponseHeaders();
            reply.headers().forEach(headers::set);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(reply.status(), head || body.length == 0 ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private MailReply reply(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        List<String> words = List.of(path.substring(1).split("/", -1));
        return switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> read(path, words, exchange.getRequestURI().getRawQuery());
            case "POST" -> forget(words, "delete", MailReply.toList());
            case "DELETE" ->
                words.get(0).equals("api")
                        ? forget(words.subList(1, words.size()), "", MailReply.done())
                        : MailReply.missing();
            default -> MailReply.missing();
        };
    }

    private MailReply read(String path, List<String> words, String query) {
        if (path.equals("/")) {
            return MailReply.page(MailPages.list(newestFirst(store.all())));
        }
        if (path.equals("/style.css")) {
            return MailReply.style();
        }
        if (path.equals("/api/mails")) {
            return MailReply.json(MailJson.list(recipient(query).isEmpty() ? store.all() : store.to(recipient(query))));
        }
        if (words.size() == 3 && path.startsWith("/api/mails/")) {
            return mail(words.get(2), mail -> MailReply.json(MailJson.one(mail)));
        }
        if (words.size() == 2 && words.get(0).equals("mails")) {
            return mail(words.get(1), mail -> MailReply.page(MailPages.one(mail)));
        }
        if (words.size() == 3 && words.get(0).equals("mails") && words.get(2).equals("html")) {
            return mail(words.get(1), mail -> MailReply.mailHtml(MailPages.html(mail)));
        }
        if (words.size() == 3 && words.get(0).equals("mails") && words.get(2).equals("source")) {
            return mail(words.get(1), mail -> MailReply.text(mail.source()));
        }
        return MailReply.missing();
    }

    private MailReply mail(String id, Function<CaughtMail, MailReply> show) {
        return store.find(id).map(show).orElseGet(MailReply::missing);
    }

    /** Both {@code mails[/id][/verb]} and, with a verb, the verb alone for all mails. */
    private MailReply forget(List<String> words, String verb, MailReply done) {
        if (words.equals(verb.isEmpty() ? List.of("mails") : List.of(verb))) {
            store.clear();
            return done;
        }
        boolean one = words.size() == (verb.isEmpty() ? 2 : 3)
                && words.get(0).equals("mails")
                && (verb.isEmpty() || words.get(2).equals(verb));
        if (!one) {
            return MailReply.missing();
        }
        store.delete(words.get(1));
        return done;
    }

    private static String recipient(String query) {
        return query != null && query.startsWith("to=")
                ? URLDecoder.decode(query.substring("to=".length()).replace("+", "%2B"), StandardCharsets.UTF_8)
                : "";
    }

    private static List<CaughtMail> newestFirst(List<CaughtMail> mails) {
        List<CaughtMail> reversed = new ArrayList<>(mails);
        Collections.reverse(reversed);
        return reversed;
    }
}
