package io.keyward.it.grants;

import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A browser reduced to cookies, redirects and forms. It keeps every answer, so that tokens can be looked for in all of them.
 * Keycloak marks its cookies Secure on loopback too; a browser sends them there, so this does.
 */
final class Agent {

    private record CookieKey(String path, String name) {}

    private final Map<CookieKey, String> cookies = new HashMap<>();
    private final List<Answer> received = new ArrayList<>();

    Answer get(String url) {
        return send(url, Http.request(url).GET());
    }

    Answer post(String url, Map<String, String> form) {
        return send(url, form(Http.request(url), form));
    }

    /** Everything that came back, oldest first. */
    List<Answer> received() {
        return List.copyOf(received);
    }

    /** Forgets what came back and keeps the cookies: what follows is the attempt. */
    void forgetAnswers() {
        received.clear();
    }

    /** Takes the cookies that another request brought. */
    void takeCookies(String url, Answer answer) {
        answer.headers().allValues("Set-Cookie").forEach(cookie -> take(url, cookie));
    }

    private Answer send(String url, HttpRequest.Builder request) {
        String header = cookies.entrySet().stream()
                .filter(cookie ->
                        URI.create(url).getPath().startsWith(cookie.getKey().path()))
                .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        Answer answer = Http.send(header.isEmpty() ? request : request.header("Cookie", header));
        takeCookies(url, answer);
        received.add(answer);
        return answer;
    }

    private void take(String url, String cookie) {
        String[] parts = cookie.split(";");
        String[] pair = parts[0].split("=", 2);
        String path = URI.create(url).getPath();
        boolean gone = pair[1].isEmpty();
        for (int i = 1; i < parts.length; i++) {
            String attribute = parts[i].strip();
            if (attribute.toLowerCase(Locale.ROOT).startsWith("path=")) {
                path = attribute.substring("path=".length());
            }
            gone |= attribute.equalsIgnoreCase("max-age=0");
        }
        if (gone) {
            cookies.remove(new CookieKey(path, pair[0]));
        } else {
            cookies.put(new CookieKey(path, pair[0]), pair[1]);
        }
    }

    private static HttpRequest.Builder form(HttpRequest.Builder request, Map<String, String> form) {
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Http.form(form)));
    }
}
