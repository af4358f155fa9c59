package io.keyward.devicesession.api;

import io.keyward.devicesession.DeviceSettings;
import io.keyward.endpoint.AdminRequest;
import io.keyward.endpoint.UserAdminEndpoint;
import org.keycloak.models.UserModel;

/** Puts {@link UserDevicesResource} under {@code /admin/realms/{realm}/keyward/users/{id}/devices}. */
public final class UserDevicesEndpoint implements UserAdminEndpoint {

    @Override
    public String path() {
        return DevicesEndpoint.PATH;
    }

    @Override
    public Object resource(AdminRequest request, UserModel user) {
        request.auth().users().requireView(user);
        if (!DeviceSettings.asked(request.realm())) {
            throw Problem.notFound();
        }
        return new UserDevicesResource(request, user);
    }
}
