package io.keyward.it.grants;

import io.keyward.it.harness.Answer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What an attempt to get tokens came to. */
record Outcome(Set<String> tokens, boolean waitsForProof, Optional<OAuthError> error, String end) {

    /** Ended at an endpoint that answers in JSON. */
    static Outcome of(Answer last) {
        return new Outcome(
                Tokens.kindsIn(List.of(last)),
                false,
                OAuthError.of(last),
                "status " + last.status() + " " + Tokens.redacted(last.body()));
    }

    /** Ended in the browser. */
    static Outcome of(Agent agent, Landing landing) {
        return new Outcome(
                Tokens.kindsIn(agent.received()),
                landing.waitsForProof(),
                OAuthError.of(landing.parameters()),
                landing.describe());
    }

    /** Went through the browser and ended at the token endpoint. */
    static Outcome of(Agent agent, Answer last) {
        Outcome outcome = of(last);
        Set<String> all = new TreeSet<>(outcome.tokens);
        all.addAll(Tokens.kindsIn(agent.received()));
        return new Outcome(all, outcome.waitsForProof, outcome.error, outcome.end);
    }
}
