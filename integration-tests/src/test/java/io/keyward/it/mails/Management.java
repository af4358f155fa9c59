package io.keyward.it.mails;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.TestRealm;
import java.util.stream.StreamSupport;

/** What Keycloak's management port says: metrics and health. */
public final class Management {

    private static final String CHECK = "Keyward mail outbox";

    private final String url;

    public Management(TestRealm realm) {
        this.url = realm.keyward().stack().managementUrl().toString();
    }

    Answer get(String path) {
        return Http.get(url + path);
    }

    /** The value of a metric without labels. */
    public double metric(String name) {
        return get("/metrics")
                .ok()
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No metric " + name));
    }

    /** The check of the outbox as the path answers it, or null if it is not among the checks. */
    JsonNode check(String path) {
        return StreamSupport.stream(get(path).json().get("checks").spliterator(), false)
                .filter(check -> check.get("name").asText().equals(CHECK))
                .findFirst()
                .orElse(null);
    }

    boolean warns() {
        return check("/health/well").get("data").get("warning").asBoolean();
    }
}
