package io.keyward.devicesession.notice;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.DeviceSettings;
import io.keyward.onetimetoken.IssuedToken;
import io.keyward.onetimetoken.OneTimeToken;
import io.keyward.onetimetoken.OneTimeTokenProvider;
import io.keyward.onetimetoken.RawToken;
import io.keyward.onetimetoken.TokenRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The link "this wasn't me", as it is mailed and as it comes back. Its last part is the device's id, which is no secret, and
 * the secret. Each device has a purpose of its own: a token supersedes the earlier ones of its purpose, and a thief must not
 * spoil the link in the first mail by signing in from a second device.
 */
final class NotMeLink {

    /** Long enough for mail that is read the next day (docs/decisions/0010-this-wasnt-me.md). */
    static final Duration LIFESPAN = Duration.ofDays(1);

    private static final String PURPOSE = "device-not-me-";
    private static final Pattern FORMAT = Pattern.compile("([0-9a-f-]{36})\\.([A-Za-z0-9_-]{43})");

    private final String text;
    private final OneTimeToken token;
    private final UserModel user;
    private final Device device;

    private NotMeLink(String text, OneTimeToken token, UserModel user, Device device) {
        this.text = text;
        this.token = token;
        this.user = user;
        this.device = device;
    }

    /** Makes the link for the mail to the device's owner. */
    static URI issue(KeycloakSession session, RealmModel realm, UserModel user, Device device) {
        IssuedToken token = session.getProvider(OneTimeTokenProvider.class)
                .issue(new TokenRequest(
                        realm.getId(), user.getId(), PURPOSE + device.id(), user.getEmail(), LIFESPAN, null, null));
        return Links.notMe(session, realm, device.id() + "." + token.token().value());
    }

    /** What somebody sent; anything at all. */
    static NotMeLink open(KeycloakSession session, String text) {
        RealmModel realm = session.getContext().getRealm();
        Matcher parts = FORMAT.matcher(text);
        if (!parts.matches() || !DeviceSettings.asked(realm)) {
            return new NotMeLink("unknown", null, null, null);
        }
        OneTimeToken token = RawToken.parse(parts.group(2))
                .flatMap(raw -> session.getProvider(OneTimeTokenProvider.class)
                        .find(realm.getId(), PURPOSE + parts.group(1), raw))
                .orElse(null);
        UserModel user = token == null ? null : session.users().getUserById(realm, token.userId());
        Device device = user == null ? null : device(session, realm, parts.group(1), user);
        return new NotMeLink(text, token, user, device);
    }

    private static Device device(KeycloakSession session, RealmModel realm, String id, UserModel user) {
        return session.getProvider(DeviceSessionProvider.class)
                .devices()
                .findById(realm.getId(), id)
                .filter(found -> found.userId().equals(user.getId()))
                .orElse(null);
    }

    /** An account that was disabled or moved to another address meanwhile is still to be protected. */
    boolean usable() {
        return user != null && token.pending();
    }

    /** Why it does not work, as the page words it. */
    String reason() {
        if (user == null) {
            return "unknown";
        }
        return switch (token.state()) {
            case CONSUMED -> "used";
            case EXPIRED -> "expired";
            // The same device was new again: it was signed out and forgotten in between.
            case SUPERSEDED -> "superseded";
            case PENDING -> "unknown";
        };
    }

    /** What stands in the link; never anything that is no token, which must not be repeated in a page. */
    String text() {
        return text;
    }

    OneTimeToken token() {
        return token;
    }

    UserModel user() {
        return user;
    }

    /** The device it is about, unless it has been removed since. */
    Optional<Device> device() {
        return Optional.ofNullable(device);
    }

    /** Whether the account still has the address that the link was mailed to. */
    boolean sameAddress() {
        return token.address().equals(user.getEmail());
    }
}
