package io.keyward.devicesession.api;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceSession;
import io.keyward.devicesession.signout.LiveSessions;
import io.keyward.devicesession.signout.SignOut;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.UserSessionModel;

/** A person ends sessions of their own. Each session that lived until then is an event {@code LOGOUT}. */
final class OwnSignOut {

    /** Why the chains ended, in the ledger and in events. */
    static final String REASON = "owner-sign-out";

    private final Caller caller;
    private final OwnDevices devices;
    private final LiveSessions live;
    private final SignOut signOut;

    OwnSignOut(Caller caller, OwnDevices devices) {
        this.caller = caller;
        this.devices = devices;
        this.live = new LiveSessions(caller.session(), caller.realm());
        this.signOut = new SignOut(caller.session(), caller.realm());
    }

    /** Ends every session on a device. */
    void device(Device device) {
        List<String> alive =
                openOn(List.of(device.id())).stream().filter(live::any).toList();
        signOut.device(device, REASON);
        alive.forEach(id -> ended(id, device.id()));
    }

    /** Ends every session but those on the current device, also those on no device. @return whether there was any */
    boolean others() {
        String realmId = caller.realm().getId();
        Device current = devices.current().orElse(null);
        List<Device> others = devices
                .store()
                .devices()
                .ofUser(realmId, caller.user().getId())
                .stream()
                .filter(device -> current == null || !device.id().equals(current.id()))
                .toList();
        Set<String> kept = new HashSet<>(current == null ? List.of() : openOn(List.of(current.id())));
        kept.add(caller.userSession().getId());
        Set<String> alive = live.ofUser(caller.user()).stream()
                .map(UserSessionModel::getId)
                .filter(id -> !kept.contains(id))
                .collect(Collectors.toSet());
        others.forEach(device -> signOut.device(device, REASON));
        signOut.sessions(alive, REASON);
        alive.forEach(id -> ended(id, null));
        return !alive.isEmpty();
    }

    private List<String> openOn(Collection<String> deviceIds) {
        return devices.store().sessions().openOf(caller.realm().getId(), deviceIds).stream()
                .map(DeviceSession::userSessionId)
                .toList();
    }

    private void ended(String userSessionId, String deviceId) {
        EventBuilder event = caller.event()
                .event(EventType.LOGOUT)
                .session(userSessionId)
                .detail(Details.REASON, REASON)
                .detail("device_id", deviceId);
        event.success();
    }
}
