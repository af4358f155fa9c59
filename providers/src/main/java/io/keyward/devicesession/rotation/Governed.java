package io.keyward.devicesession.rotation;

import io.keyward.devicesession.DeviceSettings;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.refresh.DefaultRefreshTokenProviderFactory;
import org.keycloak.representations.RefreshToken;
import org.keycloak.util.TokenUtil;

/** Which refresh tokens rotation is about. */
final class Governed {

    private Governed() {}

    /** The settings of a realm that has asked for rotation, or null. */
    static DeviceSettings settings(RealmModel realm) {
        if (realm == null || !DeviceSettings.asked(realm)) {
            return null;
        }
        DeviceSettings settings = DeviceSettings.of(realm);
        return settings.rotation() ? settings : null;
    }

    /** Whether it is a token of a user session. Those of verifiable credentials (OID4VCI) belong to none that lasts. */
    static boolean token(RefreshToken token) {
        boolean kind = TokenUtil.TOKEN_TYPE_REFRESH.equals(token.getType())
                || TokenUtil.TOKEN_TYPE_OFFLINE.equals(token.getType());
        // Tokens from before Keycloak 26.6 name no provider.
        return kind
                && (token.getProvider() == null
                        || DefaultRefreshTokenProviderFactory.PROVIDER_ID.equals(token.getProvider()));
    }
}
