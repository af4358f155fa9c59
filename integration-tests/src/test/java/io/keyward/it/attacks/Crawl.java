package io.keyward.it.attacks;

import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.TestRealm;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A stranger who follows every link, sends every form as it is and without its fields, and tries at each address what else might be there. */
final class Crawl {

    /** Far more than there are: so that a circle ends. */
    private static final int MOST = 400;

    /** How the requests begin that send a form without its fields. */
    static final String EMPTY = "POST of nothing to ";

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "NONSENSE");

    private final TestRealm realm;
    private final Set<String> seen = new LinkedHashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    Crawl(TestRealm realm, List<String> starts) {
        this.realm = realm;
        starts.forEach(this::found);
    }

    /** Visits all of it and shows each answer, with the request that got it, to the visitor. Gives the addresses. */
    Set<String> run(BiConsumer<String, Answer> visitor) {
        HttpBrowser browser = new HttpBrowser();
        while (!open.isEmpty() && seen.size() < MOST) {
            String url = open.remove();
            Answer answer = browser.fetch(url);
            visitor.accept("GET " + url, answer);
            if (answer.header("Location") != null) {
                found(URI.create(url).resolve(answer.header("Location")).toString());
            }
            if (String.valueOf(answer.header("Content-Type")).startsWith("text/html")) {
                follow(browser, Jsoup.parse(answer.body(), url), visitor);
            }
        }
        return seen;
    }

    /** Every method at the address, the odd ones as well, with a body that is none of those expected. */
    void methods(String url, BiConsumer<String, Answer> visitor) {
        for (String method : METHODS) {
            Answer answer = new HttpBrowser()
                    .fetch(
                            url,
                            request -> request.method(
                                            method,
                                            method.equals("GET") || method.equals("HEAD")
                                                    ? BodyPublishers.noBody()
                                                    : BodyPublishers.ofString("{\"a\":"))
                                    .setHeader("Content-Type", "application/json")
                                    .setHeader("Accept", "*/*"));
            visitor.accept(method + " " + url, answer);
        }
    }

    private void follow(HttpBrowser browser, Document page, BiConsumer<String, Answer> visitor) {
        for (Element link : page.select("a[href], link[href], script[src], img[src], iframe[src]")) {
            found(link.absUrl(link.hasAttr("href") ? "href" : "src"));
        }
        for (Element form : page.select("form")) {
            String target = form.absUrl("action");
            if (ours(target) && seen.add("form " + withoutSecrets(target))) {
                visitor.accept("POST " + target, send(browser, target, asItIs((FormElement) form)));
                visitor.accept(EMPTY + target, send(browser, target, ""));
            }
        }
    }

    private static Answer send(HttpBrowser browser, String target, String body) {
        return browser.fetch(
                target,
                request -> request.setHeader("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    private static String asItIs(FormElement form) {
        return form.formData().stream()
                .map(field -> Http.encode(field.key()) + "=" + Http.encode(field.value()))
                .collect(Collectors.joining("&"));
    }

    private void found(String url) {
        String address = url.replaceAll("#.*", "");
        if (ours(address) && seen.add(withoutSecrets(address))) {
            open.add(address);
        }
    }

    private boolean ours(String url) {
        return url.startsWith(realm.keyward().url() + "/");
    }

    /** The same page under another sign-in of the same browser is no other page. */
    private static String withoutSecrets(String url) {
        return url.replaceAll(
                "(session_code|tab_id|execution|state|nonce|client_data|code_challenge|auth_session_id)=[^&]*", "$1=");
    }
}
