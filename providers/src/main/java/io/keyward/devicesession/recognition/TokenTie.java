package io.keyward.devicesession.recognition;

import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.DeviceSettings;
import java.time.Instant;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.RefreshToken;

/**
 * Stands where every grant passes: no token leaves for a session without a device. Where refresh tokens are not rotated, it
 * notes as well that the device is in use.
 */
final class TokenTie implements TokenPostProcessor {

    /**
     * "Last seen" of a device is exact to this: at most one write per line of tokens and interval, decided without a read. Far
     * longer than an access token lives, or each refresh would write; of a live session the ledger knows it to the second.
     */
    static final int SEEN_SECONDS = 3_600;

    private final KeycloakSession session;

    TokenTie(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext context) {
        RealmModel realm = session.getContext().getRealm();
        if (!DeviceSettings.asked(realm)) {
            return;
        }
        AuthenticatedClientSessionModel clientSession =
                context.clientSessionCtx().getClientSession();
        UserSessionModel userSession = clientSession.getUserSession();
        String deviceId = new DeviceTie(session, realm).of(userSession, clientSession.getClient());
        // Rotation leaves its own note, once it has locked the chain, as a sign-out does: the other way round they
        // would
        // wait for each other.
        if (deviceId != null
                && context.requestRefreshToken() != null
                && !DeviceSettings.of(realm).rotation()) {
            seen(realm, deviceId, context.requestRefreshToken());
        }
    }

    private void seen(RealmModel realm, String deviceId, RefreshToken presented) {
        long now = Time.currentTime();
        if (told(presented.getIat(), now)) {
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
