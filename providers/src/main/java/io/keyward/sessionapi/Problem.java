package io.keyward.sessionapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.keycloak.services.ErrorResponseException;

/** Answers that say no, always as JSON. To throw one rolls back what the request did; to return one does not. */
final class Problem {

    private Problem() {}

    static ErrorResponseException of(ErrorCode code, Call call) {
        return new ErrorResponseException(answer(code, call));
    }

    static Response answer(ErrorCode code, Call call) {
        return response(code, call, null, null).build();
    }

    /** @param fields what is wrong with each field, for people to read */
    static ErrorResponseException input(ErrorCode code, Call call, Map<String, String> fields) {
        return new ErrorResponseException(response(code, call, fields, null).build());
    }

    /** @param continueAt where the person can go on in a browser */
    static Response elsewhere(ErrorCode code, Call call, URI continueAt) {
        return response(code, call, null, continueAt.toString()).build();
    }

    /** @param seconds after which it is worth another try */
    static ErrorResponseException later(Call call, long seconds) {
        return new ErrorResponseException(response(ErrorCode.RATE_LIMITED, call, null, null)
                .header("Retry-After", seconds)
                .build());
    }

    private static Response.ResponseBuilder response(
            ErrorCode code, Call call, Map<String, String> fields, String continueUrl) {
        String sentence = new Texts(call.session()).of(code.text());
        return Response.status(code.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Body(sentence, code.word(), fields, continueUrl));
    }

    /**
     * What is sent.
     *
     * @param error a sentence for people
     * @param code a stable word for programs
     * @param fields what is wrong with each field of the request, or null
     * @param continueUrl where the person can go on in a browser, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(
            String error,
            String code,
            Map<String, String> fields,
            @JsonProperty("continue_url") String continueUrl) {}
}
