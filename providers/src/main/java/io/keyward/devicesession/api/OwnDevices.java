package io.keyward.devicesession.api;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceSession;
import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.recognition.DeviceTie;
import io.keyward.devicesession.signout.LiveSessions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.models.UserSessionModel;

/** What a person sees of the own devices. */
final class OwnDevices {

    private final Caller caller;
    private final String realmId;
    private final DeviceSessionProvider store;

    OwnDevices(Caller caller) {
        this.caller = caller;
        this.realmId = caller.realm().getId();
        this.store = caller.session().getProvider(DeviceSessionProvider.class);
    }

    DeviceSessionProvider store() {
        return store;
    }

    /** Last seen first. */
    List<DeviceView> list() {
        return views(all());
    }

    List<Device> all() {
        return store.devices().ofUser(realmId, caller.user().getId());
    }

    DeviceView view(Device device) {
        return views(List.of(device)).get(0);
    }

    /** The device of this id, if it is this person's and on the list; 404 for any other. */
    Device require(String id) {
        return Optional.of(id)
                .filter(Parameters::id)
                .flatMap(known -> store.devices().findById(realmId, known))
                .filter(device -> device.userId().equals(caller.user().getId()) && device.forgottenAt() == null)
                .orElseThrow(Problem::notFound);
    }

    /** The device that the request comes from: that of the session which the token belongs to. */
    Optional<Device> current() {
        return Optional.ofNullable(DeviceTie.noted(caller.userSession()))
                .or(() -> store.sessions()
                        .find(realmId, caller.userSession().getId())
                        .map(DeviceSession::deviceId))
                .flatMap(id -> store.devices().findById(realmId, id));
    }

    /** The last sign-ins, newest first. */
    List<SignInView> signIns(int max) {
        Map<String, List<UserSessionModel>> live = live();
        Map<String, Device> listed = all().stream().collect(Collectors.toMap(Device::id, device -> device));
        return store.sessions().history(realmId, caller.user().getId(), max).stream()
                .map(past -> new SignInView(
                        past.startedAt().toString(),
                        past.method().word(),
                        past.ip(),
                        ClientView.of(caller.realm(), past.clientId()),
                        on(past, listed),
                        live.containsKey(past.userSessionId())))
                .toList();
    }

    private SignInView.On on(DeviceSession past, Map<String, Device> listed) {
        return Optional.ofNullable(listed.get(past.deviceId()))
                .or(() -> store.devices().findById(realmId, past.deviceId()))
                .map(device -> new SignInView.On(device.id(), device.title()))
                .orElse(null);
    }

    private List<DeviceView> views(List<Device> devices) {
        Map<String, List<UserSessionModel>> live = live();
        LiveDevices found = new LiveDevices(caller.realm(), store, devices, id -> live.getOrDefault(id, List.of()));
        String current = current().map(Device::id).orElse(null);
        return devices.stream()
                .map(device -> DeviceView.of(device, device.id().equals(current), found.sessions(device)))
                .sorted(DeviceView.BY_LAST_SEEN)
                .toList();
    }

    private Map<String, List<UserSessionModel>> live() {
        return new LiveSessions(caller.session(), caller.realm())
                .ofUser(caller.user()).stream().collect(Collectors.groupingBy(UserSessionModel::getId));
    }
}
