package io.keyward.it.grants;

import io.keyward.it.harness.Answer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an attempt to get tokens came to. */
record Outcome(Set<String> tokens, boolean waitsForProof, Optional<OAuthError> error, String end) {

    /** Ended at an endpoint that answers in JSON. */
    static Outcome of(Agent agent, Answer last) {
        return new Outcome(
                Tokens.kindsIn(agent.received()),
                false,
                OAuthError.of(last),
                "status " + last.status() + " " + last.body());
    }

    /** Ended in the browser. */
    static Outcome of(Agent agent, Landing landing) {
        return of(agent.received(), landing);
    }

    static Outcome of(List<Answer> received, Landing landing) {
        return new Outcome(
                Tokens.kindsIn(received),
                landing.waitsForProof(),
                OAuthError.of(landing.parameters()),
                landing.describe());
    }
}
