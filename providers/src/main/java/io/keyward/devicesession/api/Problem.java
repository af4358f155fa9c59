package io.keyward.devicesession.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorResponseException;

/**
 * Answers that say no, always as JSON: an OAuth error, a sentence, and for bad requests a stable code. To throw one rolls back
 * what the request did.
 */
final class Problem {

    private Problem() {}

    /** The same for what is not there and for what is somebody else's. */
    static ErrorResponseException notFound() {
        return of(Status.NOT_FOUND, new Body("not_found", "There is no such thing", null), null);
    }

    static ErrorResponseException badRequest(BadInput bad) {
        return of(Status.BAD_REQUEST, new Body("invalid_request", bad.getMessage(), bad.code()), null);
    }

    static ErrorResponseException forbidden(String description) {
        return of(Status.FORBIDDEN, new Body("access_denied", description, null), null);
    }

    /** No token at all: no error code in the challenge (RFC 6750, 3.1). */
    static ErrorResponseException noToken(RealmModel realm) {
        return of(
                Status.UNAUTHORIZED,
                new Body("invalid_token", "A Bearer token is required", null),
                "Bearer realm=\"" + realm.getName() + "\"");
    }

    static ErrorResponseException invalidToken(RealmModel realm) {
        return challenge(
                Status.UNAUTHORIZED,
                realm,
                new Body("invalid_token", "The token is expired, revoked or not of this realm", null),
                "");
    }

    static ErrorResponseException insufficientScope(RealmModel realm, String scope) {
        return challenge(
                Status.FORBIDDEN,
                realm,
                new Body("insufficient_scope", "The token needs the scope " + scope, null),
                ", scope=\"" + scope + "\"");
    }

    /** Asks for a fresh sign-in (RFC 9470, 3). */
    static ErrorResponseException authenticateAgain(RealmModel realm, Duration maxAge) {
        return challenge(
                Status.UNAUTHORIZED,
                realm,
                new Body("insufficient_user_authentication", "A more recent authentication is required", null),
                ", max_age=\"" + maxAge.toSeconds() + "\"");
    }

    private static ErrorResponseException challenge(Status status, RealmModel realm, Body body, String more) {
        return of(
                status,
                body,
                "Bearer realm=\"" + realm.getName() + "\", error=\"" + body.error() + "\", error_description=\""
                        + body.description() + "\"" + more);
    }

    private static ErrorResponseException of(Status status, Body body, String challenge) {
        Response.ResponseBuilder response = Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body);
        if (challenge != null) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        return new ErrorResponseException(response.build());
    }

    /**
     * What is sent.
     *
     * @param error an error code of OAuth, or one in its style
     * @param description a sentence for a programmer
     * @param code what exactly is wrong with a bad request, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(
            String error, @JsonProperty("error_description") String description, String code) {}
}
