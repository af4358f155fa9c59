package io.keyward.devicesession.api;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.signout.LiveSessions;
import io.keyward.devicesession.signout.SignOut;
import io.keyward.endpoint.AdminRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** An administrator ends sessions of somebody else. Each call is one admin event. */
final class AdminSignOut {

    private static final String REASON = "admin-sign-out";

    private final AdminRequest request;
    private final DeviceSessionProvider store;
    private final SignOut signOut;

    AdminSignOut(AdminRequest request, DeviceSessionProvider store) {
        this.request = request;
        this.store = store;
        this.signOut = new SignOut(request.session(), request.realm());
    }

    void device(Device device) {
        signOut.device(device, REASON);
        changed(device.userId(), List.of(device.id()));
    }

    void all(UserModel user) {
        List<Device> devices = store.devices().ofUser(request.realm().getId(), user.getId());
        devices.forEach(device -> signOut.device(device, REASON));
        signOut.sessions(
                new LiveSessions(request.session(), request.realm())
                        .ofUser(user).stream().map(UserSessionModel::getId).collect(Collectors.toSet()),
                REASON);
        changed(user.getId(), devices.stream().map(Device::id).toList());
    }

    private void changed(String userId, List<String> deviceIds) {
        request.adminEvent()
                .operation(OperationType.ACTION)
                .resource(ResourceType.USER_SESSION)
                .resourcePath(request.session().getContext().getUri())
                .representation(Map.of("userId", userId, "devices", deviceIds))
                .success();
    }
}
