package io.keyward.devicesession.recognition;

import io.keyward.devicesession.DeviceSettings;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;

/**
 * Stands where every grant passes: no token leaves for a session without a device. Where refresh tokens are not rotated, it
 * notes as well that the device is in use.
 */
final class TokenTie implements TokenPostProcessor {

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
        if (deviceId != null
                && context.requestRefreshToken() != null
                && !DeviceSettings.of(realm).rotation()) {
            new DeviceUse(session, realm).note(userSession, context.requestRefreshToken());
        }
    }
}
