package io.keyward.emailverification.undelivered;

import io.keyward.endpoint.AdminRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.UserModel;

/**
 * {@code /admin/realms/{realm}/keyward/users/{id}/undelivered}: whether mail reaches the user. Reading needs {@code view-users},
 * changing {@code manage-users}; a change is an admin event.
 */
public final class UndeliveredResource {

    private final AdminRequest request;
    private final UserModel user;
    private final UndeliveredAddresses addresses;

    UndeliveredResource(AdminRequest request, UserModel user) {
        this.request = request;
        this.user = user;
        this.addresses = new UndeliveredAddresses(request.session());
    }

    /** The current address if mail does not reach it, otherwise nothing. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, List<UndeliveredAddress>> get() {
        request.auth().users().requireView(user);
        return Map.of("undelivered", addresses.current(user).stream().toList());
    }

    /** The administrator knows that mail reaches the address: the person is asked no more. */
    @DELETE
    public void clear() {
        request.auth().users().requireManage(user);
        if (addresses.clear(user)) {
            request.adminEvent()
                    .operation(OperationType.ACTION)
                    .resource(ResourceType.USER)
                    .resourcePath(request.session().getContext().getUri())
                    .success();
        }
    }
}
