package io.keyward.it.faults;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Keyward;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.SessionApi;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.stack.CaughtMail;
import io.keyward.stack.KeycloakNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/** Two nodes, the proxy before them, and one realm. */
final class Town {

    static final String REALM = "faults";

    private static final String CLIENT = "test-faults";
    private static final Duration A_MOMENT = Duration.ofSeconds(15);

    /** A node that dies keeps its mails for as long as its lease, of which 180 s is the least. */
    private static final Duration LATEST = Duration.ofSeconds(210);

    private final Keyward keyward;
    private final HaProxy proxy;
    private final Queue<EndedTokens> ended = new ConcurrentLinkedQueue<>();

    private record EndedTokens(String access, String refresh) {}

    Town(Keyward keyward, HaProxy proxy) {
        this.keyward = keyward;
        this.proxy = proxy;
    }

    static void found(Keyward keyward) {
        ObjectNode realm = TestRealm.definition(keyward, REALM);
        // Whoever has no answer asks again at once, with a password that is wrong as well.
        realm.put("quickLoginCheckMilliSeconds", 0);
        realm.withArray("/clients").add(SessionApi.client(CLIENT, Map.of()));
        realm.withArray("/requiredActions").forEach(action -> {
            if (action.path("alias").asText().equals("keyward-devices")) {
                // Longer than people wait for an answer: what they ask again counts as the same request.
                ((ObjectNode) action).withObject("/config").put("rotation-grace", "60");
            }
        });
        realm.withArray("/authenticatorConfig").forEach(config -> {
            if (config.path("alias").asText().equals("keyward forgot password")) {
                ((ObjectNode) config)
                        .withObject("/config")
                        .put("requests-per-hour", "100000")
                        .put("mail-cooldown", "0");
            }
        });
        keyward.admin().send("POST", "", realm).ok();
    }

    Window window(Tally tally) {
        return new Window(proxy.url() + api(), tally);
    }

    private static String api() {
        return "/realms/" + REALM + SessionApi.path(CLIENT);
    }

    /** Straight to a node; an answer without a token where the node is not there. */
    TokenAnswer refresh(int node, String token) {
        try {
            return keyward.client(keyward.stack().nodes().get(node), REALM, CLIENT, null)
                    .refresh(token);
        } catch (UncheckedIOException | AssertionError noAnswer) {
            return new TokenAnswer(0, Json.object());
        }
    }

    /** What has ended opens nothing, at either node; asked now, and again when all is well. */
    void ended(String access, String refresh, Tally tally) {
        EndedTokens tokens = new EndedTokens(access, refresh);
        ended.add(tokens);
        tryAtBoth(tokens, tally);
    }

    /** What ended while something was broken opens nothing afterwards either: two nodes in service, and each asked. */
    void whatHasEndedStaysSo(Tally tally) {
        for (EndedTokens tokens = ended.poll(); tokens != null; tokens = ended.poll()) {
            tryAtBoth(tokens, tally);
        }
    }

    void awaitBothInService() {
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> keyward.stack().nodes().stream().allMatch(Town::inService));
    }

    private void tryAtBoth(EndedTokens tokens, Tally tally) {
        for (KeycloakNode node : keyward.stack().nodes()) {
            try {
                Answer check = Http.send(Http.request(node.baseUrl() + api() + "check")
                        .header("Authorization", "Bearer " + tokens.access())
                        .GET());
                TokenAnswer again = keyward.client(node, REALM, CLIENT, null).refresh(tokens.refresh());
                if (again.status() == 200) {
                    tally.acceptedAfterTheEnd.increment();
                }
                if (check.status() == 200) {
                    (inService(node) ? tally.acceptedAfterTheEnd : tally.acceptedOutOfService).increment();
                }
            } catch (UncheckedIOException | AssertionError noAnswer) {
                // A node that is not there accepts nothing.
                continue;
            }
        }
    }

    /** What the proxy asks before it gives a node anything. */
    private static boolean inService(KeycloakNode node) {
        try {
            return Http.get(node.managementUrl() + "/health/ready").status() == 200;
        } catch (UncheckedIOException notThere) {
            return false;
        }
    }

    /**
     * The secret of the link in the person's mail; null when none came, which is counted. Requests for new passwords that a node
     * had taken and not dealt with are forgotten when it dies, as ADR 15 says: people ask again.
     */
    String mail(Person person, String path, Tally tally) {
        Optional<String> soon = awaitMail(person, path, A_MOMENT);
        if (soon.isPresent()) {
            return soon.get();
        }
        if (path.equals("/reset-password/")) {
            tally.askedAgain.increment();
            window(tally).post("forgot-password", Json.object().put("email", person.email()));
        }
        Optional<String> late = awaitMail(person, path, LATEST);
        if (late.isEmpty()) {
            tally.mailsLost.increment();
        }
        return late.orElse(null);
    }

    private Optional<String> awaitMail(Person person, String path, Duration patience) {
        try {
            return await().atMost(patience)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> link(person, path), Optional::isPresent);
        } catch (ConditionTimeoutException late) {
            return Optional.empty();
        }
    }

    private Optional<String> link(Person person, String path) {
        Pattern secret = Pattern.compile(Pattern.quote(path) + "([\\w-]{43})");
        for (CaughtMail mail : keyward.stack().mails().to(person.email())) {
            Matcher found = secret.matcher(mail.text());
            if (found.find()) {
                return Optional.of(found.group(1));
            }
        }
        return Optional.empty();
    }
}
