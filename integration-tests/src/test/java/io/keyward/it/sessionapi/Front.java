package io.keyward.it.sessionapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A front end on the session API: a browser whose pages are at {@link Apps#ORIGIN}. */
final class Front {

    private final String api;
    private final HttpBrowser browser;
    private final Set<String> secrets = new HashSet<>();

    /** @param api the address of the API */
    Front(String api) {
        this.api = api;
        this.browser = new HttpBrowser();
    }

    static Front of(TestRealm realm) {
        return new Front(realm.url() + "/keyward/auth");
    }

    HttpBrowser browser() {
        return browser;
    }

    String at(String endpoint) {
        return api + "/" + endpoint;
    }

    Answer register(Person person) {
        return post(
                "register",
                Json.object()
                        .put("name", person.firstName() + " " + person.lastName())
                        .put("email", person.email())
                        .put("password", person.password()));
    }

    Answer login(Person person) {
        return post("login", Json.object().put("email", person.email()).put("password", person.password()));
    }

    Answer post(String endpoint) {
        return post(endpoint, "{}", Map.of());
    }

    Answer post(String endpoint, JsonNode body) {
        return post(endpoint, Json.write(body), Map.of());
    }

    /** @param headers added, or in the place of those that a page sends */
    Answer post(String endpoint, String body, Map<String, String> headers) {
        return noted(browser.fetch(at(endpoint), request -> {
            request.setHeader("Accept", "application/json");
            request.setHeader("Origin", Apps.ORIGIN);
            request.setHeader("Content-Type", "application/json");
            headers.forEach(request::setHeader);
            return request.POST(BodyPublishers.ofString(body));
        }));
    }

    Answer get(String endpoint) {
        return get(endpoint, Map.of());
    }

    Answer get(String endpoint, Map<String, String> headers) {
        return noted(browser.fetch(at(endpoint), request -> {
            request.setHeader("Accept", "application/json");
            headers.forEach(request::setHeader);
            return request.GET();
        }));
    }

    /** Whatever the API has given this front end that nobody else may see. */
    Set<String> secrets() {
        return secrets;
    }

    private Answer noted(Answer answer) {
        answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.replaceFirst("^[^=]*=", "").replaceFirst(";.*", ""))
                .filter(value -> value.length() > 20)
                .forEach(secrets::add);
        return answer;
    }

    /** What the answer has set the cookie to. */
    static String value(Answer answer, String cookie) {
        return setCookie(answer, cookie).replaceFirst("^[^=]*=", "").replaceFirst(";.*", "");
    }

    /** The cookie as it was set last, with its attributes. */
    static String setCookie(Answer answer, String name) {
        List<String> all = answer.headers().allValues("Set-Cookie");
        return all.stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No cookie " + name + " in " + all.size() + " cookies"));
    }
}
