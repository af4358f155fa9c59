package io.keyward.mailoutbox;

import java.time.Instant;
import java.util.Set;

/**
 * What is still to be delivered, over all realms.
 *
 * @param mails how many
 * @param capacity how many there may be
 * @param oldest when the oldest of them was written, null if there is none
 * @param oldestUntried when the oldest was written that no courier has tried yet, null if there is none
 * @param realms ids of the realms that they are of
 */
public record Backlog(long mails, int capacity, Instant oldest, Instant oldestUntried, Set<String> realms) {

    public Backlog {
        realms = Set.copyOf(realms);
    }
}
