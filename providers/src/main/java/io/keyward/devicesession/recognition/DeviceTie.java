package io.keyward.devicesession.recognition;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceKey;
import io.keyward.devicesession.DeviceSession;
import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.DeviceSettings;
import io.keyward.devicesession.DeviceStore.Arrival;
import io.keyward.devicesession.SignIn;
import io.keyward.devicesession.SignInMethod;
import io.keyward.devicesession.notice.Notices;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.light.LightweightUserAdapter;

/**
 * Ties a user session to the device it is on: once, at the earliest moment that Keycloak offers. From then on the session
 * itself knows its device, and to ask costs no query.
 */
public final class DeviceTie {

    private static final String NOTE = "keyward.device";

    private final KeycloakSession session;
    private final RealmModel realm;

    public DeviceTie(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The id of the device that the session is tied to, or null. Never a query, never a tie. */
    public static String noted(UserSessionModel userSession) {
        return userSession.getNote(NOTE);
    }

    /**
     * The id of the device of this session, tying it if it is not tied yet. To be asked when tokens are made for the session. No
     * query when it is tied.
     *
     * @param client the client that tokens are made for, or null
     * @return null where the realm has not asked for devices, for service accounts, for transient sessions and users, and for
     *     tokens that an administrator makes for show
     * @throws org.keycloak.services.CorsErrorResponseException {@code invalid_grant}, when the session is new on a device that
     *     is one too many in a realm that refuses those; nothing of the sign-in remains
     */
    public String of(UserSessionModel userSession, ClientModel client) {
        if (!DeviceSettings.asked(realm)) {
            return null;
        }
        String noted = noted(userSession);
        if (noted != null) {
            return noted;
        }
        RequestPlace place = RequestPlace.of(session);
        return place == RequestPlace.ADMIN ? null : tie(userSession, client, place);
    }

    /** In a realm that has asked. */
    String tie(UserSessionModel userSession, ClientModel client, RequestPlace place) {
        if (!lasting(userSession)) {
            return null;
        }
        SignInMethod method = Door.of(session, userSession, place);
        String deviceId = known(userSession, method).orElseGet(() -> arrive(userSession, client, place, method));
        userSession.setNote(NOTE, deviceId);
        return deviceId;
    }

    /** Whether this is a session of a person that lives longer than its request. */
    private static boolean lasting(UserSessionModel userSession) {
        UserModel user = userSession.getUser();
        return userSession.getPersistenceState() != UserSessionModel.SessionPersistenceState.TRANSIENT
                && user != null
                && user.getServiceAccountClientLink() == null
                && !LightweightUserAdapter.isLightweightUser(user);
    }

    /** An offline session may lack the note when it was made by a grant that made its token first: the row remembers. */
    private Optional<String> known(UserSessionModel userSession, SignInMethod method) {
        return method == SignInMethod.ADOPTED
                ? store().sessions()
                        .find(realm.getId(), userSession.getId())
                        .filter(row -> row.userId().equals(userSession.getUser().getId()))
                        .map(DeviceSession::deviceId)
                : Optional.empty();
    }

    private String arrive(UserSessionModel userSession, ClientModel client, RequestPlace place, SignInMethod method) {
        String userId = userSession.getUser().getId();
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        SignIn signIn = new SignIn(
                realm.getId(), userId, Appearance.of(session, userSession), RemoteAddress.of(session), method, now);
        String secret = Recognition.secret(session, realm, client, place, signIn.display());
        Arrival arrival = store().devices().arrive(DeviceKey.of(realm.getId(), userId, secret), signIn);
        Device device = arrival.device();
        store().sessions()
                .tie(
                        new DeviceSession(
                                userSession.getId(),
                                device.id(),
                                realm.getId(),
                                userId,
                                client == null ? null : client.getId(),
                                now,
                                signIn.ip(),
                                method,
                                null),
                        LongestLife.end(realm, userSession));
        boolean firstEver = arrival.fresh()
                && store().devices().lockOwner(realm.getId(), userId).firstDevice();
        if (method == SignInMethod.ADOPTED) {
            return device.id();
        }
        if (arrival.signedOutBefore() && method != SignInMethod.IMPERSONATION) {
            new DeviceLimit(session, realm).enforce(userSession, client, device, place);
        }
        if (arrival.fresh() && !firstEver) {
            new Notices(session, realm).newDevice(userSession.getUser(), device, userSession);
        }
        return device.id();
    }

    private DeviceSessionProvider store() {
        return session.getProvider(DeviceSessionProvider.class);
    }
}
