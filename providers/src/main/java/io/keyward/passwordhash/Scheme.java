package io.keyward.passwordhash;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.MultivaluedHashMap;

/**
 * How bcrypt's key is made of the password, as told by the {@code additionalParameters} of a stored credential: nothing there for a
 * hash that was imported, {@code scheme} and, with a pepper, its version for our own.
 *
 * @param prehashed whether by HMAC, or the password as it is
 * @param pepper the version of the pepper, 0 for none
 */
record Scheme(boolean prehashed, int pepper) {

    private static final String NAME = "scheme";
    private static final String HMAC_SHA_384 = "hmac-sha384";
    private static final String PEPPER = "pepper";

    static final Scheme PLAIN = new Scheme(false, 0);

    static Scheme prehashed(int pepper) {
        return new Scheme(true, pepper);
    }

    /** Empty for a scheme that this version does not know; never throws. */
    static Optional<Scheme> read(MultivaluedHashMap<String, String> parameters) {
        String name = parameters.getFirst(NAME);
        String pepper = parameters.getFirst(PEPPER);
        if (name == null && pepper == null) {
            return Optional.of(PLAIN);
        }
        if (!HMAC_SHA_384.equals(name)) {
            return Optional.empty();
        }
        if (pepper == null) {
            return Optional.of(prehashed(Peppers.NONE));
        }
        return pepper.matches("[1-9][0-9]{0,8}") ? Optional.of(prehashed(Integer.parseInt(pepper))) : Optional.empty();
    }

    Map<String, List<String>> parameters() {
        if (!prehashed) {
            return Map.of();
        }
        return pepper == Peppers.NONE
                ? Map.of(NAME, List.of(HMAC_SHA_384))
                : Map.of(NAME, List.of(HMAC_SHA_384), PEPPER, List.of(Integer.toString(pepper)));
    }

    @Override
    public String toString() {
        return prehashed ? HMAC_SHA_384 + (pepper == Peppers.NONE ? "" : ",pepper=" + pepper) : "plain";
    }
}
