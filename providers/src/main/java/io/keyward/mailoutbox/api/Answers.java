package io.keyward.mailoutbox.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.keycloak.services.ErrorResponseException;

/** Answers, as JSON. None is to be kept by a cache. To throw one rolls back what the request did. */
final class Answers {

    private Answers() {}

    static Response json(Object entity) {
        return Response.ok(entity, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static Response done() {
        return Response.noContent()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static ErrorResponseException notFound() {
        return no(Status.NOT_FOUND, new Problem("not_found", "There is no such mail", null));
    }

    static ErrorResponseException notWaiting() {
        return no(
                Status.CONFLICT,
                new Problem("conflict", "The mail does not wait: it is just being sent, or finished", "not-waiting"));
    }

    static ErrorResponseException badRequest(BadParameter bad) {
        return no(Status.BAD_REQUEST, new Problem("invalid_request", bad.getMessage(), bad.code()));
    }

    private static ErrorResponseException no(Status status, Problem problem) {
        return new ErrorResponseException(Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem)
                .build());
    }

    /**
     * What is sent.
     *
     * @param error an error code in the style of OAuth
     * @param description a sentence for a programmer
     * @param code what exactly is wrong, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Problem(
            String error, @JsonProperty("error_description") String description, String code) {}
}
