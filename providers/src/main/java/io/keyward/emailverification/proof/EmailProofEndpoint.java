package io.keyward.emailverification.proof;

import io.keyward.endpoint.AdminRequest;
import io.keyward.endpoint.UserAdminEndpoint;
import org.keycloak.models.UserModel;

/** Puts {@link EmailProofResource} under {@code /admin/realms/{realm}/keyward/users/{id}/email-proof}. */
public final class EmailProofEndpoint implements UserAdminEndpoint {

    @Override
    public String path() {
        return "email-proof";
    }

    @Override
    public Object resource(AdminRequest request, UserModel user) {
        return new EmailProofResource(request, user);
    }
}
