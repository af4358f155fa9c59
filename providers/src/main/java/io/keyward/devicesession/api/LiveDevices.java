package io.keyward.devicesession.api;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceSession;
import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.RefreshChain;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/**
 * Some devices with their live sessions. One query for the sessions of all of them and one for their refresh chains; whether
 * a session lives is asked of Keycloak.
 */
final class LiveDevices {

    private final RealmModel realm;
    private final Function<String, List<UserSessionModel>> live;
    private final Map<String, List<DeviceSession>> open;
    private final Map<String, List<RefreshChain>> chains;

    /** @param live tells the live sessions of a session id */
    LiveDevices(
            RealmModel realm,
            DeviceSessionProvider store,
            List<Device> devices,
            Function<String, List<UserSessionModel>> live) {
        this.realm = realm;
        this.live = live;
        List<DeviceSession> sessions = devices.isEmpty()
                ? List.of()
                : store.sessions()
                        .openOf(realm.getId(), devices.stream().map(Device::id).toList());
        this.open = sessions.stream().collect(Collectors.groupingBy(DeviceSession::deviceId));
        List<String> ids = sessions.stream().map(DeviceSession::userSessionId).toList();
        this.chains = ids.isEmpty()
                ? Map.of()
                : store.chains().ofSessions(realm.getId(), ids).stream()
                        .collect(Collectors.groupingBy(RefreshChain::userSessionId));
    }

    /** The live sessions on a device. */
    List<SessionView> sessions(Device device) {
        return open.getOrDefault(device.id(), List.of()).stream()
                .map(DeviceSession::userSessionId)
                .flatMap(id -> live.apply(id).stream()
                        .map(found -> SessionView.of(realm, found, chains.getOrDefault(id, List.of()))))
                .toList();
    }
}
