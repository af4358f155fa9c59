package io.keyward.devicesession.rotation;

import io.keyward.devicesession.DeviceSettings;
import java.util.concurrent.TimeUnit;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.SessionExpirationUtils;
import org.keycloak.protocol.oidc.refresh.DefaultRefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.InitialRefreshTokenContext;
import org.keycloak.protocol.oidc.refresh.RefreshTokenContext;
import org.keycloak.representations.RefreshToken;

/**
 * Issues refresh tokens as Keycloak does, but leaves the row of the client session alone where nothing needs its time. Keycloak
 * writes at each refresh when the user session was last used, and writes the same again for the client session. That second
 * time only matters once a client session may idle out before its user session. Where the realm's Client Session Idle is the
 * longer one, it cannot, and the write is left out until it is either an hour old or so old that it would begin to matter.
 *
 * <p>What people notice stays the same: tokens live as long as the user session may idle, counted from their issue. Online
 * sessions only; those of offline tokens idle by the month.
 */
final class SparingRefreshTokenProvider extends DefaultRefreshTokenProvider {

    /** "Last access" of a client in the list of sessions is exact to this. */
    private static final long EXACT_SECONDS = 3_600;

    SparingRefreshTokenProvider(KeycloakSession session) {
        super(session);
    }

    @Override
    public boolean supports(RefreshTokenContext context) {
        return false;
    }

    @Override
    public boolean supports(InitialRefreshTokenContext context) {
        RealmModel realm = session.getContext().getRealm();
        return !context.offlineTokenRequested()
                && DeviceSettings.asked(realm)
                && spare(context.clientSessionCtx().getClientSession(), realm) > 0;
    }

    @Override
    public RefreshToken generateRefreshToken(InitialRefreshTokenContext context) {
        RealmModel realm = session.getContext().getRealm();
        AuthenticatedClientSessionModel clientSession =
                context.clientSessionCtx().getClientSession();
        long age = (long) Time.currentTime() - clientSession.getTimestamp();
        RefreshToken token = super.generateRefreshToken(
                age <= Math.min(spare(clientSession, realm), EXACT_SECONDS)
                        ? new InitialRefreshTokenContext(
                                Untouched.of(context.clientSessionCtx()),
                                context.responseBuilder(),
                                context.event(),
                                false,
                                context.confirmation())
                        : context);
        token.exp(Math.min(token.getExp(), token.getIat() + userIdle(clientSession.getUserSession(), realm)));
        return token;
    }

    /** By how many seconds a client session may stay behind its user session and still not idle out before it. */
    private static long spare(AuthenticatedClientSessionModel clientSession, RealmModel realm) {
        UserSessionModel userSession = clientSession.getUserSession();
        long clientIdle = SessionExpirationUtils.calculateClientSessionIdleTimestamp(
                false, userSession.isRememberMe(), 0, realm, clientSession.getClient());
        return TimeUnit.MILLISECONDS.toSeconds(clientIdle) - userIdle(userSession, realm);
    }

    private static long userIdle(UserSessionModel userSession, RealmModel realm) {
        return TimeUnit.MILLISECONDS.toSeconds(
                SessionExpirationUtils.calculateUserSessionIdleTimestamp(false, userSession.isRememberMe(), 0, realm));
    }
}
