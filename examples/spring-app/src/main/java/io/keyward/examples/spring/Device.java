package io.keyward.examples.spring;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A device of the person, as Keyward's device API tells it; what this application does not show is left out.
 *
 * @param title what to show: the name that the person gave it, or such as "Firefox on Fedora"
 * @param current whether this very session is on it
 * @param signedIn whether any session lives on it
 */
public record Device(String id, String title, boolean current, boolean signedIn, Instant lastSeen, String lastIp) {

    /** By the clock of this server. */
    public ZonedDateTime seenAt() {
        return lastSeen.atZone(ZoneId.systemDefault());
    }

    /** The answer of the API. */
    record All(List<Device> devices) {}
}
