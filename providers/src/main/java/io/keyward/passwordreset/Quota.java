package io.keyward.passwordreset;

import java.time.Duration;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Counts what may happen only so often, over all nodes. There are as many places as the limit allows, each of which is free
 * again after the window; so within any window no more are taken, however many ask at once. The places are in Keycloak's cache
 * of single-use objects, of which a restart of the whole cluster leaves nothing.
 */
final class Quota {

    /** For how long a full quota is believed to be full, so that a flood costs one look each. */
    private static final Duration FULL = Duration.ofSeconds(30);

    private final SingleUseObjectProvider objects;

    Quota(SingleUseObjectProvider objects) {
        this.objects = objects;
    }

    /**
     * @param subject what is counted; a name that tells nothing, since others can read the cache
     * @return whether there was a place left
     */
    boolean take(String subject, int limit, Duration window) {
        String key = "keyward.reset." + subject;
        String full = key + ".full." + limit;
        if (objects.contains(full)) {
            return false;
        }
        for (int place = 0; place < limit; place++) {
            if (objects.putIfAbsent(key + "." + place, window.toSeconds())) {
                return true;
            }
        }
        objects.putIfAbsent(full, Math.min(FULL.toSeconds(), window.toSeconds()));
        return false;
    }
}
