package io.keyward.devicesession.jpa;

import java.time.Instant;

/** Times as the tables have them. */
final class Millis {

    private Millis() {}

    static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    static Long of(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
