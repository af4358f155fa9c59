package io.keyward.devicesession.api;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.signout.LiveSessions;
import io.keyward.endpoint.AdminRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** {@code /admin/realms/{realm}/keyward/users/{id}/devices}: the devices of one user. See docs/http-api.md. */
@Produces(MediaType.APPLICATION_JSON)
public final class UserDevicesResource {

    private final AdminRequest request;
    private final UserModel user;
    private final DeviceSessionProvider store;

    UserDevicesResource(AdminRequest request, UserModel user) {
        this.request = request;
        this.user = user;
        this.store = request.session().getProvider(DeviceSessionProvider.class);
    }

    /** All of them, last seen first. */
    @GET
    public Response list() {
        List<Device> devices = store.devices().ofUser(request.realm().getId(), user.getId());
        Map<String, List<UserSessionModel>> live = new LiveSessions(request.session(), request.realm())
                .ofUser(user).stream().collect(Collectors.groupingBy(UserSessionModel::getId));
        LiveDevices found = new LiveDevices(request.realm(), store, devices, id -> live.getOrDefault(id, List.of()));
        return Answers.json(Map.of(
                "devices",
                devices.stream()
                        .map(device -> DeviceView.of(device, null, found.sessions(device)))
                        .sorted(DeviceView.BY_LAST_SEEN)
                        .map(view -> new AdminDeviceView(user.getId(), user.getUsername(), view))
                        .toList()));
    }

    /** Ends every session of the user, online and offline, also those on no device. */
    @POST
    @Path("sign-out")
    public Response signOut() {
        request.auth().users().requireManage(user);
        new AdminSignOut(request, store).all(user);
        return Answers.done();
    }
}
