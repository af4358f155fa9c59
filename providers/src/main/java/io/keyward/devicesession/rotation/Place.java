package io.keyward.devicesession.rotation;

import org.keycloak.representations.RefreshToken;

/**
 * What a refresh token says of its place: the line it is of, and how many came before it there.
 *
 * @param chain id of the line
 * @param generation 0 for the first token
 */
record Place(String chain, int generation) {

    private static final String CHAIN = "kw_chain";
    private static final String GENERATION = "kw_gen";

    /** The place that the token names, or null if it was issued without rotation. */
    static Place of(RefreshToken token) {
        Object chain = token.getOtherClaims().get(CHAIN);
        Object generation = token.getOtherClaims().get(GENERATION);
        return chain instanceof String id && generation instanceof Number number
                ? new Place(id, number.intValue())
                : null;
    }

    Place next() {
        return new Place(chain, generation + 1);
    }

    /** Makes the token name this place. */
    void mark(RefreshToken token) {
        token.getOtherClaims().put(CHAIN, chain);
        token.getOtherClaims().put(GENERATION, generation);
    }
}
