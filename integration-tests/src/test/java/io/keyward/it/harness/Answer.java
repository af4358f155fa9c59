package io.keyward.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** An answer over HTTP. */
public record Answer(int status, HttpHeaders headers, String body) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    public JsonNode json() {
        return Json.read(body);
    }

    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** This answer; fails unless it says success. */
    public Answer ok() {
        if (status / 100 != 2) {
            throw new AssertionError("Expected success but got " + status + ": " + body);
        }
        return this;
    }
}
