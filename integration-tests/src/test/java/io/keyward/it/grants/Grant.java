package io.keyward.it.grants;

import java.util.Set;

/** One way to ask Keycloak for tokens. */
interface Grant {

    /** Whether the account must be proved while this is prepared, because what is prepared is a token, a code or a session. */
    default boolean preparedWhileProved() {
        return false;
    }

    /** Does what comes before the attempt. */
    Attempt prepare(Account account);

    /** The OAuth errors by which this way may be refused. */
    default Set<String> refusals() {
        return Set.of("invalid_grant");
    }

    /**
     * Whether the refusal must say that the address is not verified, and leave an event. Not with {@code prompt=none}, which
     * applications ask all the time: Keycloak answers with a bare {@code interaction_required} and writes nothing down.
     */
    default boolean refusalTells() {
        return true;
    }

    /** The attempt itself, made once. */
    interface Attempt {
        Outcome go();
    }
}
