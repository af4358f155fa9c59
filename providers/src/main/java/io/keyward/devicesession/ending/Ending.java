package io.keyward.devicesession.ending;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceSession;
import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.signout.LiveSessions;
import io.keyward.devicesession.signout.SignOut;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * Ends whatever is open of an account: sessions, online and offline, on every device, and their refresh chains. Sign-ins that
 * are half-finished end with it, since their password is another now or the not-before has moved. All in the transaction of the
 * session: a rollback undoes it, except that applications have been told by then.
 */
public final class Ending {

    private static final String PASSWORD = "password";
    private static final String SEEN = "keyward.password-seen.";

    /** So long ago a sign-in may have committed that Keycloak is still writing the session of. */
    private static final Duration BEING_WRITTEN = Duration.ofSeconds(2);

    private final KeycloakSession session;
    private final RealmModel realm;

    public Ending(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Ends everything and moves the not-before to now, so that access tokens fail at introspection and userinfo at once.
     *
     * @param reason a stable word for the ledger of refresh tokens
     */
    public void everything(UserModel user, String reason) {
        seen(user);
        endAllBut(user, null, reason);
        session.users().setNotBeforeForUser(realm, user, Time.currentTime());
    }

    /**
     * Ends what a changed password ends: everything, but for the session in which its user has just changed it. There the
     * not-before stays, for it would take that session's tokens as well.
     */
    void passwordChanged(UserModel user) {
        new PasswordRow(session).changed();
        Optional<HalfFinished> own = HalfFinished.current(session).filter(signIn -> signIn.of(user));
        List<UserSessionModel> stay = own
                .map(HalfFinished::userSessionId)
                .map(id -> new LiveSessions(session, realm).of(id))
                .orElse(List.of())
                .stream()
                .filter(there -> user.equals(there.getUser()))
                .toList();
        if (stay.isEmpty()) {
            everything(user, PASSWORD);
        } else {
            seen(user);
            endAllBut(user, stay.get(0).getId(), PASSWORD);
        }
        AccountEpoch now = AccountEpoch.of(session, realm, user);
        stay.forEach(now::noteAt);
        own.ifPresent(signIn -> signIn.restsOnNow(user));
    }

    /** Notes that nobody has to end anything for a changed password of this user any more. */
    void seen(UserModel user) {
        session.setAttribute(SEEN + user.getId(), Boolean.TRUE);
    }

    boolean wasSeen(UserModel user) {
        return session.getAttribute(SEEN + user.getId()) != null;
    }

    private void endAllBut(UserModel user, String staying, String reason) {
        DeviceSessionProvider store = session.getProvider(DeviceSessionProvider.class);
        List<Device> devices = store.devices().ofUser(realm.getId(), user.getId());
        List<DeviceSession> tied = devices.isEmpty()
                ? List.of()
                : store.sessions()
                        .openOf(realm.getId(), devices.stream().map(Device::id).toList());
        Set<String> there = ofKeycloak(user).collect(Collectors.toSet());
        Set<String> ids = Stream.concat(tied.stream().map(DeviceSession::userSessionId), there.stream())
                .filter(id -> !id.equals(staying))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        new SignOut(session, realm).sessions(ids, reason);
        List<String> notThere = tied.stream()
                .filter(row -> row.startedAt().isAfter(now().minus(BEING_WRITTEN)))
                .map(DeviceSession::userSessionId)
                .filter(id -> !id.equals(staying) && !there.contains(id))
                .toList();
        new BeingWritten(realm.getId(), notThere, reason).endAfterCompletion(session);
        Set<String> inUse = tied.stream()
                .filter(row -> row.userSessionId().equals(staying))
                .map(DeviceSession::deviceId)
                .collect(Collectors.toSet());
        devices.stream()
                .filter(device -> device.signedOutAt() == null && !inUse.contains(device.id()))
                .forEach(device -> store.devices().signedOut(realm.getId(), device.id(), now()));
    }

    /** Those that no device is known of are among them. */
    private Stream<String> ofKeycloak(UserModel user) {
        return Stream.concat(
                        session.sessions().getUserSessionsStream(realm, user),
                        session.sessions().getOfflineUserSessionsStream(realm, user))
                .map(UserSessionModel::getId);
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
