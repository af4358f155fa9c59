package io.keyward.devicesession.recognition;

import java.time.Duration;
import java.time.Instant;
import org.keycloak.common.util.Time;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.SessionExpirationUtils;

/** How long a session can live at most, which is when it is worth asking whether it still does. */
final class LongestLife {

    private static final Duration UNLIMITED = Duration.ofDays(1);

    private LongestLife() {}

    /** The end of it; a day from now for sessions that may live on for ever. */
    static Instant end(RealmModel realm, UserSessionModel userSession) {
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        if (userSession.isOffline()) {
            return now.plus(UNLIMITED);
        }
        long end = SessionExpirationUtils.calculateUserSessionMaxLifespanTimestamp(
                false, userSession.isRememberMe(), userSession.getStarted() * 1_000L, realm);
        return end <= 0 ? now.plus(UNLIMITED) : Instant.ofEpochMilli(end);
    }
}
