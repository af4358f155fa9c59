package io.keyward.emailverification.undelivered;

import io.keyward.endpoint.AdminRequest;
import io.keyward.endpoint.UserAdminEndpoint;
import org.keycloak.models.UserModel;

/** Puts {@link UndeliveredResource} under {@code /admin/realms/{realm}/keyward/users/{id}/undelivered}. */
public final class UndeliveredEndpoint implements UserAdminEndpoint {

    @Override
    public String path() {
        return "undelivered";
    }

    @Override
    public Object resource(AdminRequest request, UserModel user) {
        return new UndeliveredResource(request, user);
    }
}
