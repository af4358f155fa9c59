package io.keyward.it.grants;

import io.keyward.it.harness.Answer;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
        return new Outcome(
                Tokens.kindsIn(agent.received()),
                landing.waitsForProof(),
                OAuthError.of(landing.parameters()),
                landing.describe());
    }

    /** This, and what another party of the same attempt got. */
    Outcome and(Outcome other) {
        Set<String> all = new TreeSet<>(tokens);
        all.addAll(other.tokens);
        return new Outcome(all, waitsForProof, error, end + "; then " + other.end);
    }
}
