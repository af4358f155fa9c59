package io.keyward.it.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.SessionApi;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** One person's browser at the session API: asks again when no answer came, or one that says the server is in trouble. */
final class Window {

    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final String api;
    private final Tally tally;
    private final HttpBrowser browser = new HttpBrowser();

    Window(String api, Tally tally) {
        this.api = api;
        this.tally = tally;
    }

    /** An answer, and whether an earlier attempt may have been carried out. */
    record Reply(Answer answer, boolean repeated) {

        int status() {
            return answer.status();
        }
    }

    Reply post(String call, JsonNode body) {
        return ask(call, Json.write(body));
    }

    Reply get(String call) {
        return ask(call, null);
    }

    String cookie(String name) {
        return browser.cookie(name);
    }

    private Reply ask(String call, String body) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean repeated = false;
        while (System.nanoTime() < end) {
            Answer answer = once(call, body);
            if (answer != null) {
                return new Reply(answer, repeated);
            }
            repeated = true;
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new GaveUp(call);
    }

    /** Null where there is no answer to go on with. */
    private Answer once(String call, String body) {
        long start = System.nanoTime();
        try {
            Answer answer = browser.fetch(api + call, request -> {
                request.timeout(Duration.ofSeconds(65))
                        .setHeader("Accept", "application/json")
                        .setHeader("Origin", SessionApi.ORIGIN);
                return body == null
                        ? request.GET()
                        : request.setHeader("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
            });
            tally.answered(System.nanoTime() - start);
            if (answer.status() < 500) {
                return answer;
            }
            tally.failed(String.valueOf(answer.status()));
        } catch (UncheckedIOException broken) {
            tally.failed(broken.getCause().getClass().getSimpleName());
        }
        return null;
    }

    /** Nothing came for so long that a person would have left. */
    static final class GaveUp extends RuntimeException {

        private static final long serialVersionUID = 1L;

        GaveUp(String call) {
            super("no answer to " + call);
        }
    }
}
