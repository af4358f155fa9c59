package io.keyward.devicesession.api;

import io.keyward.devicesession.DeviceSettings;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.keycloak.events.EventType;

/** {@code /realms/{realm}/keyward/devices}: a person's own devices. See docs/http-api.md. */
@Produces(MediaType.APPLICATION_JSON)
public final class DevicesResource {

    private static final String NEW_DEVICE_MAIL = "newDeviceMail";
    private static final String OFFERED = "newDeviceMailOffered";

    private final Caller caller;
    private final OwnDevices devices;

    DevicesResource(Caller caller) {
        this.caller = caller;
        this.devices = new OwnDevices(caller);
    }

    /** The devices, last seen first, with their live sessions. */
    @GET
    public Response list() {
        return Answers.json(Map.of("devices", devices.list()));
    }

    /** Names a device; null or nothing takes the name away. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response name(@PathParam("id") String id, InputStream body) {
        String known = devices.require(id).id();
        DeviceName name =
                BadInput.answered(() -> DeviceName.of(JsonBody.read(body).text("name")));
        if (!devices.store()
                .devices()
                .rename(caller.realm().getId(), caller.user().getId(), known, name.value())) {
            throw Problem.notFound();
        }
        return Answers.json(devices.view(devices.require(known)));
    }

    /** As {@link #name}. */
    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response rename(@PathParam("id") String id, InputStream body) {
        return name(id, body);
    }

    /** Ends every session on a device. Nothing happens to one that is signed out. */
    @POST
    @Path("{id}/sign-out")
    public Response signOut(@PathParam("id") String id) {
        new OwnSignOut(caller, devices).device(devices.require(id));
        return Answers.done();
    }

    /** As {@link #signOut}. */
    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        return signOut(id);
    }

    /** Ends every session but those on the device that asks. Needs a fresh authentication. */
    @POST
    @Path("sign-out-others")
    public Response signOutOthers() {
        new FreshAuthentication(caller, devices.store()).require();
        new OwnSignOut(caller, devices).others();
        return Answers.done();
    }

    /** The last sign-ins, newest first. */
    @GET
    @Path("sign-ins")
    public Response signIns(@QueryParam("max") String max) {
        return Answers.json(
                Map.of("signIns", devices.signIns(BadInput.answered(() -> Parameters.size("max", max, 20, 100)))));
    }

    /** What the person wants to be told, and whether the realm tells it at all. */
    @GET
    @Path("preferences")
    public Response preferences() {
        boolean refused = devices.store()
                .devices()
                .newDeviceMailRefused(caller.realm().getId(), caller.user().getId());
        return Answers.json(Map.of(
                NEW_DEVICE_MAIL,
                !refused,
                OFFERED,
                DeviceSettings.of(caller.realm()).newDeviceMails()));
    }

    /** Changes it. To go without mails about new devices is worth an event: so would a thief. */
    @PUT
    @Path("preferences")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response prefer(InputStream body) {
        boolean wanted = BadInput.answered(() -> JsonBody.read(body).flag(NEW_DEVICE_MAIL));
        devices.store()
                .devices()
                .refuseNewDeviceMail(caller.realm().getId(), caller.user().getId(), !wanted);
        caller.event()
                .event(EventType.UPDATE_PROFILE)
                .session(caller.userSession())
                .detail("new_device_mail", String.valueOf(wanted))
                .success();
        return preferences();
    }
}
