package io.keyward.devicesession.api;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.keycloak.services.cors.Cors;

/** The question that a browser asks before a request from another origin. The request itself is checked by its token. */
public final class Preflight {

    Preflight() {}

    /** The same for every path. */
    @OPTIONS
    @Path("{any:.*}")
    public Response preflight() {
        return Cors.builder()
                .auth()
                .allowedMethods(DevicesEndpoint.METHODS)
                .preflight()
                .add(Response.ok());
    }
}
