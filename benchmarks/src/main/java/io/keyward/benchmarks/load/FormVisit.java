package io.keyward.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One visit of somebody with a new browser, who fills in one form. Redirects are followed. */
final class FormVisit {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final Pattern FORM =
            Pattern.compile("action=\"([^\"]*/login-actions/(?:registration|reset-credentials|authenticate)[^\"]*)\"");
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param millis from when the form was sent until the page that follows was there; @param page its source */
    record Seen(double millis, int status, String page) {}

    Seen submit(URI page, Map<String, String> fields) {
        Matcher form = FORM.matcher(follow(request(page).GET()).body());
        if (!form.find()) {
            throw new IllegalStateException("There is no form at " + page);
        }
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        long start = System.nanoTime();
        HttpResponse<String> next = follow(request);
        return new Seen((System.nanoTime() - start) / 1e6, next.statusCode(), next.body());
    }

    private HttpResponse<String> follow(HttpRequest.Builder first) {
        HttpResponse<String> answer = send(first);
        while (answer.statusCode() / 100 == 3) {
            URI next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = send(request(next).GET());
        }
        if (answer.statusCode() >= 500) {
            throw new IllegalStateException(answer.uri().getPath() + " answered " + answer.statusCode());
        }
        return answer;
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("User-Agent", BROWSER);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                String[] pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
                if (pair[1].isEmpty()) {
                    cookies.remove(pair[0]);
                } else {
                    cookies.put(pair[0], pair[1]);
                }
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
