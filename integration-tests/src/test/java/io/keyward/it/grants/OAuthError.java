package io.keyward.it.grants;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Answer;
import java.util.Map;
import java.util.Optional;

/** An error as OAuth has it. @param status {@link #BY_REDIRECT} when it came by redirect */
record OAuthError(int status, String error, String description) {

    static final int BY_REDIRECT = 302;

    static Optional<OAuthError> of(Answer answer) {
        if (answer.status() / 100 != 4 || !answer.body().startsWith("{")) {
            return Optional.empty();
        }
        JsonNode json = answer.json();
        return Optional.of(new OAuthError(
                answer.status(),
                json.path("error").asText(),
                json.path("error_description").asText()));
    }

    static Optional<OAuthError> of(Map<String, String> redirect) {
        return Optional.ofNullable(redirect.get("error"))
                .map(error -> new OAuthError(BY_REDIRECT, error, redirect.getOrDefault("error_description", "")));
    }
}
