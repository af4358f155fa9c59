package io.keyward.devicesession.recognition;

import io.keyward.devicesession.DeviceSessionProvider;
import java.time.Instant;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.RefreshToken;

/** Notes that a device is in use, when one of its sessions refreshes. */
public final class DeviceUse {

    /**
     * "Last seen" of a device is exact to this: at most one write per line of tokens and interval, decided without a read. Far
     * longer than an access token lives, or each refresh would write; of a live session the ledger knows it to the second.
     */
    static final int SEEN_SECONDS = 3_600;

    private final KeycloakSession session;
    private final RealmModel realm;

    public DeviceUse(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * To be called when the refresh is sure to succeed, and after the line of tokens is locked: a sign-out locks in the same
     * order.
     */
    public void note(UserSessionModel userSession, RefreshToken presented) {
        String deviceId = DeviceTie.noted(userSession);
        long now = Time.currentTime();
        if (deviceId == null || told(presented.getIat(), now)) {
            return;
        }
        session.getProvider(DeviceSessionProvider.class)
                .devices()
                .seen(
                        realm.getId(),
                        deviceId,
                        Instant.ofEpochSecond(now),
                        RemoteAddress.of(session),
                        Instant.ofEpochSecond(now - now % SEEN_SECONDS));
    }

    /** A token that was made in the interval that is now needs no note: whoever made it has left one. */
    static boolean told(Long issuedAt, long now) {
        return issuedAt != null && issuedAt / SEEN_SECONDS == now / SEEN_SECONDS;
    }
}
