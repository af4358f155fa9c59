package io.keyward.devicesession.notice;

import io.keyward.devicesession.Device;
import io.keyward.onetimetoken.IssuedToken;
import io.keyward.onetimetoken.OneTimeTokenProvider;
import io.keyward.onetimetoken.TokenRequest;
import java.net.URI;
import java.time.Duration;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The link "this wasn't me". Its last part is the device's id, which is no secret, and the secret. Each device has a purpose of
 * its own: a token supersedes the earlier ones of its purpose, and a thief must not spoil the link in the first mail by signing
 * in from a second device.
 */
final class NotMeLink {

    /** Long enough for mail that is read the next day (docs/decisions/0010-this-wasnt-me.md). */
    static final Duration LIFESPAN = Duration.ofDays(1);

    private static final String PURPOSE = "device-not-me-";

    private NotMeLink() {}

    static URI issue(KeycloakSession session, RealmModel realm, UserModel user, Device device) {
        IssuedToken token = session.getProvider(OneTimeTokenProvider.class)
                .issue(new TokenRequest(
                        realm.getId(), user.getId(), purpose(device.id()), user.getEmail(), LIFESPAN, null, null));
        return Links.notMe(session, realm, device.id() + "." + token.token().value());
    }

    static String purpose(String deviceId) {
        return PURPOSE + deviceId;
    }
}
