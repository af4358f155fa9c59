package io.keyward.onetimetoken;

import java.time.Instant;

/**
 * What is known of a token, as of the moment it was read; a later reading may differ, so ask {@code consume} and not the
 * {@link #state()} whether something may be done.
 *
 * @param id names the token without being a secret
 * @param userId the user it was issued for
 * @param purpose what it is good for
 * @param address the exact address it proves
 * @param binding the browser it is tied to, as given on issue; null if there is none
 * @param issuedAt when it was issued
 * @param expiresAt from this instant on it is not accepted
 * @param state what has become of it
 * @param outcome the word given when it was consumed; null unless {@link TokenState#CONSUMED}
 * @param consumedAt when it was consumed; null unless {@link TokenState#CONSUMED}
 */
public record OneTimeToken(
        String id,
        String userId,
        String purpose,
        String address,
        String binding,
        Instant issuedAt,
        Instant expiresAt,
        TokenState state,
        String outcome,
        Instant consumedAt) {

    /** Whether it could be consumed when it was read. */
    public boolean pending() {
        return state == TokenState.PENDING;
    }

    /** Without the address, which must not reach a log. */
    @Override
    public String toString() {
        return "OneTimeToken[id=" + id + ", userId=" + userId + ", purpose=" + purpose + ", state=" + state + "]";
    }
}
