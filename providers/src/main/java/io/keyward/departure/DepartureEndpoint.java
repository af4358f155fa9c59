package io.keyward.departure;

import io.keyward.endpoint.AdminEndpoint;
import io.keyward.endpoint.AdminRequest;

/** Puts {@link DepartureResource} under {@code /admin/realms/{realm}/keyward/departure}. */
public final class DepartureEndpoint implements AdminEndpoint {

    @Override
    public String path() {
        return "departure";
    }

    @Override
    public Object resource(AdminRequest request) {
        request.auth().realm().requireManageRealm();
        return new DepartureResource(request);
    }
}
