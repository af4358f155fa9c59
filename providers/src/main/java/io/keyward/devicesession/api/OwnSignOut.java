package io.keyward.devicesession.api;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceSession;
import io.keyward.devicesession.notice.Notices;
import io.keyward.devicesession.signout.LiveSessions;
import io.keyward.devicesession.signout.SignOut;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.events.Details;
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
                openOn(List.of(device)).keySet().stream().filter(live::any).toList();
        signOut.device(device, REASON);
        alive.forEach(id -> ended(id, device.id()));
    }

    /**
     * Ends every session but those on the current device, also those on no device. The person is told by mail, if there was
     * any.
     */
    void others() {
        Device current = devices.current().orElse(null);
        List<Device> others = devices.all().stream()
                .filter(device -> current == null || !device.id().equals(current.id()))
                .toList();
        Set<String> kept = new HashSet<>(
                current == null ? Set.of() : openOn(List.of(current)).keySet());
        kept.add(caller.userSession().getId());
        List<String> alive = live.ofUser(caller.user()).stream()
                .map(UserSessionModel::getId)
                .filter(id -> !kept.contains(id))
                .distinct()
                .toList();
        Map<String, String> deviceOf = openOn(others);
        others.forEach(device -> signOut.device(device, REASON));
        signOut.sessions(alive, REASON);
        alive.forEach(id -> ended(id, deviceOf.get(id)));
        if (!alive.isEmpty()) {
            new Notices(caller.session(), caller.realm()).otherDevicesSignedOut(caller.user(), current);
        }
    }

    /** Session ids on these devices, with the id of the device. */
    private Map<String, String> openOn(Collection<Device> on) {
        return on.isEmpty()
                ? Map.of()
                : devices
                        .store()
                        .sessions()
                        .openOf(
                                caller.realm().getId(),
                                on.stream().map(Device::id).toList())
                        .stream()
                        .collect(Collectors.toMap(DeviceSession::userSessionId, DeviceSession::deviceId));
    }

    private void ended(String userSessionId, String deviceId) {
        caller.event()
                .event(EventType.LOGOUT)
                .session(userSessionId)
                .detail(Details.REASON, REASON)
                .detail("device_id", deviceId)
                .success();
    }
}
