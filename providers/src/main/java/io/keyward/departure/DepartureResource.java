package io.keyward.departure;

import io.keyward.endpoint.AdminRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.keycloak.events.admin.OperationType;

/**
 * {@code /admin/realms/{realm}/keyward/departure}, with {@code manage-realm}: to be called before Keyward's jars are taken away,
 * and after they are back. Every change is an admin event. See docs/upgrade.md.
 */
@Produces(MediaType.APPLICATION_JSON)
public final class DepartureResource {

    private final AdminRequest request;
    private final Departure departure;

    DepartureResource(AdminRequest request) {
        this.request = request;
        this.departure = new Departure(request.session(), request.realm());
    }

    /** Whether the realm has left, and how many passwords only Keyward can verify. */
    @GET
    public Response state() {
        return answer(List.of());
    }

    /** Takes Keyward out of the realm's settings. Repeated, it changes nothing more. */
    @POST
    public Response leave() {
        List<String> changed = departure.leave();
        note(OperationType.DELETE, changed);
        return answer(changed);
    }

    /** Puts them back as they were. Where the realm has not left, nothing happens. */
    @DELETE
    public Response comeBack() {
        List<String> changed = departure.comeBack();
        note(OperationType.CREATE, changed);
        return answer(changed);
    }

    private void note(OperationType operation, List<String> changed) {
        if (!changed.isEmpty()) {
            request.adminEvent()
                    .resource("KEYWARD")
                    .operation(operation)
                    .resourcePath(request.session().getContext().getUri())
                    .representation(Map.of("settings", changed))
                    .success();
        }
    }

    private Response answer(List<String> changed) {
        return Response.ok(Map.of(
                        "left",
                        departure.hasLeft(),
                        "changed",
                        changed,
                        "bcryptPasswords",
                        new BcryptPasswords(request.session(), request.realm()).count()))
                .build();
    }
}
