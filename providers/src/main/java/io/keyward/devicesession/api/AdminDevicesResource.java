package io.keyward.devicesession.api;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceQuery;
import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.endpoint.AdminRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;

/**
 * {@code /admin/realms/{realm}/keyward/devices}: the devices of a realm. Reading needs {@code view-users}, changing
 * {@code manage-users}, or the fine-grained permission on the user; every change is an admin event. See docs/http-api.md.
 */
@Produces(MediaType.APPLICATION_JSON)
public final class AdminDevicesResource {

    private final AdminRequest request;
    private final DeviceSessionProvider store;

    AdminDevicesResource(AdminRequest request) {
        this.request = request;
        this.store = request.session().getProvider(DeviceSessionProvider.class);
    }

    /** A page of devices, in the order of their ids. */
    @GET
    public Response list(
            @QueryParam("user") String user,
            @QueryParam("client") String clientId,
            @QueryParam("state") String state,
            @QueryParam("seenAfter") String seenAfter,
            @QueryParam("seenBefore") String seenBefore,
            @QueryParam("after") String after,
            @QueryParam("max") String max) {
        Boolean signedIn = BadInput.answered(() -> state(state));
        DeviceQuery query = BadInput.answered(() -> new DeviceQuery(
                // No UUID with users of a federation; one that is not there has no devices.
                user == null || user.isEmpty() ? null : user,
                client(clientId),
                // Those that are not known to be signed out may be so all the same: that is asked of Keycloak.
                Boolean.TRUE.equals(signedIn) ? Boolean.FALSE : null,
                Parameters.time("seenAfter", seenAfter),
                Parameters.time("seenBefore", seenBefore),
                after(after),
                Parameters.size("max", max, 50, 200)));
        return Answers.json(new DevicePages(request, store).page(query, signedIn));
    }

    /** Ends every session on a device. */
    @POST
    @Path("{id}/sign-out")
    public Response signOut(@PathParam("id") String id) {
        Device device = Optional.of(id)
                .filter(Parameters::id)
                .flatMap(known -> store.devices().findById(request.realm().getId(), known))
                .filter(found -> found.forgottenAt() == null)
                .orElseThrow(Problem::notFound);
        UserModel user = request.session().users().getUserById(request.realm(), device.userId());
        if (user == null || !request.auth().users().canView(user)) {
            throw Problem.notFound();
        }
        request.auth().users().requireManage(user);
        new AdminSignOut(request, store).device(device);
        return Answers.done();
    }

    /** As {@link #signOut}. */
    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        return signOut(id);
    }

    private static Boolean state(String state) {
        if (state == null || state.isEmpty()) {
            return null;
        }
        return switch (state) {
            case "signed-in" -> true;
            case "signed-out" -> false;
            default -> throw new BadInput("unknown-state", "The parameter state must be signed-in or signed-out");
        };
    }

    private static String after(String id) {
        if (id == null || id.isEmpty()) {
            return null;
        }
        if (!Parameters.id(id)) {
            throw new BadInput("not-an-id", "The parameter after must be the next of another page");
        }
        return id;
    }

    private String client(String clientId) {
        if (clientId == null || clientId.isEmpty()) {
            return null;
        }
        ClientModel client =
                clientId.indexOf('\0') >= 0 ? null : request.realm().getClientByClientId(clientId);
        if (client == null) {
            throw new BadInput("unknown-client", "The realm has no client of this id");
        }
        return client.getId();
    }
}
