package io.keyward.devicesession;

import java.time.Instant;

/**
 * One device of one person, as it is kept.
 *
 * @param id its public id, a UUID; shown in lists and tokens, and no secret
 * @param realmId the realm
 * @param userId its owner
 * @param name what the owner calls it, or null while nobody has named it
 * @param display what it looks like
 * @param firstSeen when it signed in first
 * @param lastSeen when it was used last, exact to the interval within which such notes are coalesced
 * @param lastIp where it was used from last, or null
 * @param method how it signed in last
 * @param signedOutAt since when it is known to be signed out, or null; a device may be signed out without this being set,
 *     because whether its sessions live is asked of Keycloak
 * @param notifiedAt when its owner was told by mail that it is new, or null
 * @param forgottenAt when it left the list, or null; a sign-in from it still is none from a new device
 */
public record Device(
        String id,
        String realmId,
        String userId,
        String name,
        DeviceDisplay display,
        Instant firstSeen,
        Instant lastSeen,
        String lastIp,
        SignInMethod method,
        Instant signedOutAt,
        Instant notifiedAt,
        Instant forgottenAt) {

    /** What to call it: the owner's name for it, or "Firefox on Fedora", or whatever of the two is known, or "Device". */
    public String title() {
        if (name != null) {
            return name;
        }
        String browser = product(display.browser());
        String os = display.os();
        if (browser != null && os != null) {
            return browser + " on " + os;
        }
        if (browser != null) {
            return browser;
        }
        return os != null ? os : "Device";
    }

    /** Keycloak writes "Firefox/128.0"; the version goes with the next update, so the default name does without. */
    private static String product(String browser) {
        if (browser == null) {
            return null;
        }
        int slash = browser.indexOf('/');
        return slash > 0 ? browser.substring(0, slash) : browser;
    }
}
