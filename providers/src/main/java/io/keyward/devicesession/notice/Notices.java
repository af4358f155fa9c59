package io.keyward.devicesession.notice;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.DeviceSettings;
import io.keyward.devicesession.DeviceStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * Tells people by mail what happened to their account. A mail is written into the outbox in the transaction of the session: it
 * goes out if that commits, whatever happens to the node then, and never when it rolls back. No method throws, marks the
 * transaction, waits for a mail server, or tells whether a mail goes out: none does in a realm that has not asked for devices,
 * to a disabled user, or to one without an address. In a realm that has switched the outbox off, the mail is sent within the
 * request, after the transaction.
 */
public final class Notices {

    private static final Logger LOG = Logger.getLogger(Notices.class);
    private static final Duration DAY = Duration.ofDays(1);

    private final KeycloakSession session;
    private final RealmModel realm;

    public Notices(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Tells of a sign-in from a device that was not seen for this account. The caller has found out that it is new, that it is
     * not the first one ever, and that somebody has signed in on it. Whether the realm and the person want the mail, and
     * whether there were enough of them today, is decided here. That a mail goes out is noted at the device.
     */
    public void newDevice(UserModel user, Device device, UserSessionModel userSession) {
        quietly("new device", user, () -> {
            DeviceSettings settings = DeviceSettings.of(realm);
            DeviceStore devices =
                    session.getProvider(DeviceSessionProvider.class).devices();
            Instant now = now();
            if (user.getEmail() == null
                    || !settings.newDeviceMails()
                    || devices.newDeviceMailRefused(realm.getId(), user.getId())) {
                return;
            }
            if (devices.notifiedSince(realm.getId(), user.getId(), now.minus(DAY)) >= settings.mailsPerDay()) {
                LOG.infof("User %s has had the new-device mails of the day; none is sent", user.getId());
                return;
            }
            devices.notified(realm.getId(), device.id(), now);
            Map<String, Object> values = new HashMap<>(Shown.of(device));
            values.put("ip", Shown.ip(userSession == null ? device.lastIp() : userSession.getIpAddress()));
            values.put("link", NotMeLink.issue(session, realm, user, device).toString());
            values.put("linkHours", NotMeLink.LIFESPAN.toHours());
            send(NoticeKind.NEW_DEVICE, user, user.getEmail(), values);
        });
    }

    /**
     * Tells that a refresh token came back after it was replaced, and that the sessions it belongs to were ended.
     *
     * @param device the device, or null if it is not known
     * @param client the application, or null if it has been removed
     */
    public void refreshTokenReused(UserModel user, Device device, ClientModel client) {
        quietly("refresh token reused", user, () -> {
            Map<String, Object> values = new HashMap<>();
            if (device != null) {
                values.putAll(Shown.of(device));
            }
            if (client != null) {
                values.put("app", Shown.name(client));
            }
            account(values);
            send(NoticeKind.TOKEN_REUSED, user, user.getEmail(), values);
        });
    }

    /** Tells that all devices but one were signed out. @param by the one on which that was asked for, or null */
    public void otherDevicesSignedOut(UserModel user, Device by) {
        quietly("other devices signed out", user, () -> {
            Map<String, Object> values = new HashMap<>();
            if (by != null) {
                values.putAll(Shown.of(by));
            }
            account(values);
            send(NoticeKind.OTHERS_SIGNED_OUT, user, user.getEmail(), values);
        });
    }

    /** Tells that the account has another password. @param byAdmin whether somebody did it who is not the person */
    public void passwordChanged(UserModel user, boolean byAdmin) {
        quietly("password changed", user, () -> {
            if (first("password", user)) {
                Map<String, Object> values = new HashMap<>();
                values.put("byAdmin", byAdmin);
                account(values);
                send(NoticeKind.PASSWORD_CHANGED, user, user.getEmail(), values);
            }
        });
    }

    /** Tells the old address that it is the account's no more. The new one is not shown there. */
    public void addressChanged(UserModel user, String oldAddress) {
        quietly("address changed", user, () -> {
            boolean changed =
                    oldAddress != null && !oldAddress.isBlank() && !oldAddress.equalsIgnoreCase(user.getEmail());
            if (changed && first("address", user)) {
                Map<String, Object> values = new HashMap<>();
                values.put("address", oldAddress);
                send(NoticeKind.ADDRESS_CHANGED, user, oldAddress, values);
            }
        });
    }

    /** Mails a link by which the person chooses a password. */
    void choosePassword(UserModel user, String link, Duration lifespan) {
        quietly("choose a password", user, () -> {
            Map<String, Object> values = new HashMap<>();
            values.put("link", link);
            values.put("linkHours", lifespan.toHours());
            send(NoticeKind.CHOOSE_PASSWORD, user, user.getEmail(), values);
        });
    }

    /** Not in a transaction that has no request, and no address of the server with it. */
    private void account(Map<String, Object> values) {
        try {
            values.put("link", Links.account(session, realm));
        } catch (RuntimeException noRequest) {
            LOG.debug("No link to the account: there is no request");
        }
    }

    private void send(NoticeKind kind, UserModel user, String address, Map<String, Object> values) {
        if (address == null || address.isBlank()) {
            return;
        }
        values.put("name", Shown.name(user));
        NoticeMail.send(
                session, realm, user, new Notice(kind, user.getId(), address, values, now(), Moment.zoneOf(user)));
    }

    /** Keycloak tells of some changes by two events. */
    private boolean first(String what, UserModel user) {
        String mark = "keyward.notice." + what + "." + user.getId();
        if (session.getAttribute(mark) != null) {
            return false;
        }
        session.setAttribute(mark, Boolean.TRUE);
        return true;
    }

    private void quietly(String what, UserModel user, Runnable notice) {
        try {
            if (user != null && user.isEnabled() && DeviceSettings.asked(realm)) {
                notice.run();
            }
        } catch (RuntimeException e) {
            // Only the kind of failure: the message may hold an address.
            LOG.errorf(
                    "No mail about \"%s\" to user %s: %s",
                    what, user.getId(), e.getClass().getName());
        }
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
