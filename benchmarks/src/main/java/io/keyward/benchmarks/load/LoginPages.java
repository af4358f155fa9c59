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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Opens login pages for people who fill them in later, each person in a browser of their own that Keyward has met before.
 * Nothing here is measured.
 */
final class LoginPages {

    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    /** The cookie by which a person's browser is recognised, by the line of the person; empty without Keyward. */
    private final Map<String, String> devices = new HashMap<>();

    private final URI authorization;

    LoginPages(URI tokenEndpoint) {
        this.authorization = URI.create(tokenEndpoint.toString().replaceFirst("/token$", "/auth")
                + "?response_type=code&scope=openid&client_id=" + SubjectRealm.CLIENT + "&redirect_uri="
                + encoded(SubjectRealm.REDIRECT));
    }

    /** One line per page for the script {@code code.lua}, going round the people. */
    List<String> open(List<String> people, int count) {
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String person = people.get(number % people.size());
            String device = devices.computeIfAbsent(person, this::firstSignIn);
            String[] fields = person.split("\t");
            Page page = page(device);
            lines.add(String.join(
                    "\t",
                    page.form().getRawPath() + "?" + page.form().getRawQuery(),
                    page.cookies(),
                    fields[0],
                    fields[1]));
        }
        return lines;
    }

    private String firstSignIn(String person) {
        String[] fields = person.split("\t");
        Page page = page("");
        String form = "credentialId=&username=" + encoded(fields[0]) + "&password=" + encoded(fields[1]);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(page.form())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", page.cookies())
                .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("The sign-in by browser got " + answer.statusCode() + ": " + answer.body());
        }
        return cookies(answer).stream()
                .filter(cookie -> cookie.contains("KEYWARD_DEVICE"))
                .collect(Collectors.joining("; "));
    }

    private Page page(String device) {
        HttpRequest.Builder request = HttpRequest.newBuilder(authorization).GET();
        if (!device.isEmpty()) {
            request.header("Cookie", device);
        }
        HttpResponse<String> answer = send(request);
        Matcher form = FORM.matcher(answer.body());
        if (!form.find()) {
            throw new IllegalStateException("There is no form on the login page: " + answer.body());
        }
        List<String> cookies = new ArrayList<>(cookies(answer));
        if (!device.isEmpty()) {
            cookies.add(device);
        }
        return new Page(URI.create(form.group(1).replace("&amp;", "&")), String.join("; ", cookies));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.header("User-Agent", BROWSER).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As a browser sends them back; those marked as secure as well, though this is loopback without TLS. */
    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An open login page: where its form goes, and the browser's cookies. */
    private record Page(URI form, String cookies) {}
}
