package io.keyward.it.passwords;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.TestRealm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What became of requests for new passwords, which are dealt with a moment after their answer. */
final class Requests {

    private Requests() {}

    /** Waits until so many have been dealt with since the events were cleared, and gives the word for each, oldest first. */
    static List<String> dealtWith(TestRealm realm, int count) {
        return await("requests to be dealt with")
                .atMost(Duration.ofSeconds(20))
                .until(() -> outcomes(realm), found -> found.size() >= count);
    }

    private static List<String> outcomes(TestRealm realm) {
        List<JsonNode> events = new ArrayList<>(realm.admin().events("SEND_RESET_PASSWORD"));
        events.addAll(realm.admin().events("SEND_RESET_PASSWORD_ERROR"));
        return events.stream()
                .sorted((one, other) ->
                        Long.compare(one.get("time").asLong(), other.get("time").asLong()))
                .map(event -> event.path("error").asText("sent")
                        + event.at("/details/reason").asText("").replaceFirst("(.+)", " $1"))
                .toList();
    }
}
