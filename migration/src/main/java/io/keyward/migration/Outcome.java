package io.keyward.migration;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of users that were sent.
 *
 * @param added new in Keycloak
 * @param unchanged there already, from an earlier run
 * @param leftOut by row
 */
record Outcome(long added, long unchanged, Map<Long, SkipReason> leftOut) {

    static final Outcome NOTHING = new Outcome(0, 0, Map.of());

    static Outcome leftOut(long row, SkipReason reason) {
        return new Outcome(0, 0, Map.of(row, reason));
    }

    Outcome and(Outcome other) {
        Map<Long, SkipReason> all = new LinkedHashMap<>(leftOut);
        all.putAll(other.leftOut);
        return new Outcome(added + other.added, unchanged + other.unchanged, all);
    }

    long total() {
        return added + unchanged + leftOut.size();
    }
}
