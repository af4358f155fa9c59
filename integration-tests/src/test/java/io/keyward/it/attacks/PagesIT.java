package io.keyward.it.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Answer;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All of it as a stranger sees it who has no account: no fault, nothing of the inside, and the headers that browsers need. */
class PagesIT {

    private static final Pattern INSIDE = Pattern.compile(
            "(?i)\\bat (io|org|java|jakarta|com)\\.[\\w.$]+\\(|Exception\\b|hibernate|postgres|\\bsql\\b|liquibase|infinispan"
                    + "|StackTrace|\\.java:\\d+|NullPointer");

    /** Keycloak (26.7) fails here when the form comes back without its fields, and shows its page for that. */
    private static final String FAILS_WITHOUT_FIELDS = "/protocol/openid-connect/logout/logout-confirm";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().withClient(Doors.client());

    @Test
    void nothingFailsAndNothingOfTheInsideIsShown() {
        Person person = Person.ada();
        new Visitor(realm).register(person);
        String link = realm.mailbox().next(person.email()).link();
        Crawl crawl = new Crawl(realm, starts(link));
        List<String> answers = new ArrayList<>();
        Set<String> seen = crawl.run((request, answer) -> {
            answers.add(request);
            sound(request, answer);
            wears(request, answer);
        });
        assertThat(seen).as("addresses").hasSizeGreaterThan(25).hasSizeLessThan(400);
        assertThat(answers).hasSizeGreaterThan(25);
        for (String url : endpoints()) {
            crawl.methods(url, (request, answer) -> {
                sound(request, answer);
                if (!request.startsWith("TRACE") && !request.startsWith("NONSENSE")) {
                    wears(request, answer);
                }
            });
        }
    }

    @Test
    void anAnswerOfOursIsKeptByNobody() {
        List<String> ours = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (String url : endpoints()) {
            Answer answer = new HttpBrowser().fetch(url);
            // Administrators' answers are Keycloak's to dress, and so is what is no address, or none for GET.
            if (url.contains("/admin/") || Set.of(404, 405).contains(answer.status())) {
                continue;
            }
            ours.add(url);
            if (!String.valueOf(answer.header("Cache-Control")).contains("no-store")) {
                kept.add(answer.status() + " " + url);
            }
        }
        assertThat(kept).isEmpty();
        assertThat(ours).hasSizeGreaterThan(8);
    }

    private static void sound(String request, Answer answer) {
        if (!request.startsWith(Crawl.EMPTY) || !request.contains(FAILS_WITHOUT_FIELDS)) {
            assertThat(answer.status()).as(request + ": " + answer.body()).isLessThan(500);
        }
        if (String.valueOf(answer.header("Content-Type")).matches("(text/html|application/json|text/plain).*")) {
            assertThat(INSIDE.matcher(answer.body())
                            .results()
                            .map(found -> found.group())
                            .toList())
                    .as(request)
                    .isEmpty();
        }
    }

    /** What browsers are told with every page and every answer of a realm. */
    private static void wears(String request, Answer answer) {
        if (request.contains("/resources/") || answer.status() == 304) {
            return;
        }
        String kind = String.valueOf(answer.header("Content-Type")).toLowerCase(Locale.ROOT);
        if (kind.startsWith("text/html")) {
            assertThat(answer.header("Content-Security-Policy"))
                    .as(request)
                    .contains("frame-ancestors", "object-src 'none'");
            assertThat(answer.header("X-Frame-Options")).as(request).isEqualTo("SAMEORIGIN");
            assertThat(answer.header("Strict-Transport-Security")).as(request).contains("max-age=31536000");
        }
        if (kind.startsWith("text/html") || kind.startsWith("application/json")) {
            assertThat(answer.header("X-Content-Type-Options")).as(request).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(request).isEqualTo("no-referrer");
        }
    }

    private static List<String> starts(String link) {
        List<String> starts = new ArrayList<>(endpoints());
        starts.add(realm.authorization().url());
        starts.add(realm.authorization().registrationUrl());
        starts.add(realm.url() + "/login-actions/reset-credentials?client_id=test-app");
        starts.add(realm.url() + "/account");
        starts.add(realm.app().endpoint("logout"));
        starts.add(link);
        return starts;
    }

    /** Every address of Keyward's, with what somebody might put where an id or a secret belongs. */
    private static List<String> endpoints() {
        String keyward = realm.url() + "/keyward";
        String admin = realm.keyward().url() + "/admin/realms/" + realm.name() + "/keyward";
        String secret = "A".repeat(43);
        String id = "00000000-0000-0000-0000-000000000000";
        List<String> urls = new ArrayList<>(List.of(
                keyward + "/verification?client_id=test-app&tab_id=x",
                keyward + "/nothing-of-that-name",
                keyward + "/mailtrap",
                keyward + "/devices",
                keyward + "/devices/" + id,
                keyward + "/devices/" + id + "/sign-out",
                keyward + "/devices/sign-out-others",
                keyward + "/devices/sign-ins",
                keyward + "/devices/preferences"));
        for (String token : List.of(secret, "x", "%00", "..%2f..%2fadmin", "%C3%28", "a".repeat(1_000))) {
            urls.add(keyward + "/verify/" + token);
            urls.add(keyward + "/verify/" + token + "/resend");
            urls.add(keyward + "/not-me/" + token);
            urls.add(keyward + "/reset-password/" + token);
            urls.add(keyward + "/auth/verify/" + token);
            urls.add(keyward + "/auth/reset-password/" + token);
            urls.add(keyward + "/auth/clients/" + token + "/me");
        }
        for (String call : List.of(
                "register",
                "login",
                "me",
                "refresh",
                "logout",
                "forgot-password",
                "check",
                "start",
                "callback",
                "devices")) {
            urls.add(keyward + "/auth/" + call);
        }
        for (String path : List.of(
                "/mails",
                "/mails/counts",
                "/mails/" + id,
                "/mails/" + id + "/resend",
                "/mails/" + id + "/cancel",
                "/devices",
                "/devices/" + id,
                "/users/" + id + "/email-proof",
                "/users/" + id + "/undelivered",
                "/users/" + id + "/devices",
                "/nothing")) {
            urls.add(admin + path);
        }
        return urls;
    }
}
