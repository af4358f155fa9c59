package io.keyward.devicesession.rotation;

import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.DeviceSettings;
import java.time.Instant;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProvider;

/** Tells of refresh tokens as Keycloak does, and that one which was replaced is not active. */
final class RotatedTokenIntrospection extends RefreshTokenIntrospectionProvider {

    RotatedTokenIntrospection(KeycloakSession session) {
        super(session);
    }

    @Override
    protected boolean verifyTokenReuse() {
        DeviceSettings settings = Governed.settings(realm);
        if (settings == null || !Governed.token(token)) {
            return super.verifyTokenReuse();
        }
        Place named = Place.of(token);
        Place place = named == null ? Standing.adopted(token, client.getId()) : named;
        boolean good = Standing.good(
                session.getProvider(DeviceSessionProvider.class).chains().find(realm.getId(), place.chain()),
                settings.grace(),
                token,
                Instant.ofEpochMilli(Time.currentTimeMillis()));
        if (!good) {
            eventBuilder.detail(Details.REASON, TokenRotation.REFUSAL);
            eventBuilder.error(Errors.INVALID_TOKEN);
        }
        return good;
    }
}
