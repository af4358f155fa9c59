package io.keyward.devicesession.recognition;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceKey;
import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.DeviceSettings;
import io.keyward.devicesession.DeviceStore;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Says whether a browser may finish its sign-in, in realms that refuse one device too many. */
final class Doorkeeper {

    private final KeycloakSession session;
    private final AuthenticationSessionModel signIn;
    private final RealmModel realm;
    private final UserModel user;

    Doorkeeper(KeycloakSession session, AuthenticationSessionModel signIn, UserModel user) {
        this.session = session;
        this.signIn = signIn;
        this.realm = signIn.getRealm();
        this.user = user;
    }

    /**
     * On how many other devices the person is signed in, when that leaves no room for this browser; 0 when it may come in. No
     * query unless the realm refuses. Holds others of the same person off until the transaction ends, so that the last free
     * place is given once.
     */
    int fullWith() {
        DeviceSettings settings = DeviceSettings.of(realm);
        if (!settings.refuseAtLimit() || settings.deviceLimit() == 0 || goesOnWhereItIs()) {
            return 0;
        }
        DeviceStore devices = session.getProvider(DeviceSessionProvider.class).devices();
        if (devices.ofUser(realm.getId(), user.getId()).isEmpty()) {
            return 0;
        }
        devices.lockOwner(realm.getId(), user.getId());
        DeviceLimit limit = new DeviceLimit(session, realm);
        Optional<Device> here = new DeviceCookie(session, realm)
                .id()
                .flatMap(
                        id -> devices.find(realm.getId(), user.getId(), DeviceKey.of(realm.getId(), user.getId(), id)));
        if (here.filter(limit::alive).isPresent()) {
            return 0;
        }
        int others = limit.signedInBeside(user.getId(), here.map(Device::id).orElse(null));
        return others >= settings.deviceLimit() ? others : 0;
    }

    /** A sign-in at one more application, within a session that has its device. */
    private boolean goesOnWhereItIs() {
        UserSessionModel there = session.sessions()
                .getUserSession(realm, signIn.getParentSession().getId());
        return there != null && user.equals(there.getUser()) && DeviceTie.noted(there) != null;
    }
}
