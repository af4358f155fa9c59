package io.keyward.onetimetoken;

import java.time.Duration;
import java.util.Objects;

/**
 * A short code that proves the same as the link, for typing into the waiting page. OWASP ASVS 5.0: at least 20 bits with
 * limited tries (6.5.4), at most 10 minutes for a code sent out of band (6.5.5), bound to the request that asked (6.6.2).
 *
 * @param codeHash a hash as {@link TokenHash#value()}. A code is short enough to be guessed from its bare hash, so hash it
 *     together with a secret that is not stored in the same row, such as the cookie of the waiting browser
 * @param lifespan how long the code is accepted, more than nothing; a code never outlives its token
 * @param tries how often a code may be tried in all, at least 1
 */
public record CodeRequest(String codeHash, Duration lifespan, int tries) {

    /**
     * @throws IllegalArgumentException if the hash has another form, or the lifespan or the number of tries is not positive
     */
    public CodeRequest {
        codeHash = new TokenHash(codeHash).value();
        Objects.requireNonNull(lifespan, "lifespan");
        if (lifespan.isNegative() || lifespan.isZero()) {
            throw new IllegalArgumentException("the lifespan of a code must be positive");
        }
        if (tries < 1) {
            throw new IllegalArgumentException("a code needs at least one try");
        }
    }

    @Override
    public String toString() {
        return "CodeRequest[lifespan=" + lifespan + ", tries=" + tries + "]";
    }
}
