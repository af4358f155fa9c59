package io.keyward.devicesession.api;

import io.keyward.devicesession.DeviceSettings;
import io.keyward.endpoint.AdminEndpoint;
import io.keyward.endpoint.AdminRequest;

/** Puts {@link AdminDevicesResource} under {@code /admin/realms/{realm}/keyward/devices}. */
public final class AdminDevicesEndpoint implements AdminEndpoint {

    @Override
    public String path() {
        return DevicesEndpoint.PATH;
    }

    @Override
    public Object resource(AdminRequest request) {
        request.auth().users().requireQuery();
        if (!DeviceSettings.asked(request.realm())) {
            throw Problem.notFound();
        }
        return new AdminDevicesResource(request);
    }
}
