package io.keyward.sessionapi;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.keycloak.http.HttpResponse;
import org.keycloak.models.KeycloakSession;

/** The question that a browser asks before a request from another origin. */
public final class PreflightResource {

    private final KeycloakSession session;

    PreflightResource(KeycloakSession session) {
        this.session = session;
    }

    /** The same for every path; origins that the client does not name get an answer that lets them do nothing. */
    @OPTIONS
    @Path("{any:.*}")
    public Response preflight() {
        Origins origins = new Origins(Call.of(session));
        if (origins.letIn()) {
            HttpResponse response = session.getContext().getHttpResponse();
            response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
            response.setHeader("Access-Control-Allow-Headers", "Content-Type, Authorization, Accept-Language");
            response.setHeader("Access-Control-Max-Age", "3600");
        }
        return Response.noContent().build();
    }
}
