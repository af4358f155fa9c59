package io.keyward.devicesession.rotation;

import java.time.Duration;

/** When a refresh is worth a note that the device was used. Told by the token alone, without a read and without a memory. */
final class LastSeen {

    /** How exact the last-seen time of a device is. */
    static final Duration INTERVAL = Duration.ofMinutes(5);

    private LastSeen() {}

    /** Whether the token was made in another interval than this one. @param issuedAt epoch seconds, or null if it does not say */
    static boolean due(Long issuedAt, long now) {
        return issuedAt == null || interval(issuedAt) != interval(now);
    }

    private static long interval(long second) {
        return Math.floorDiv(second, INTERVAL.toSeconds());
    }
}
