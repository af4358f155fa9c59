package io.keyward.devicesession.rotation;

import io.keyward.devicesession.RefreshChain;
import io.keyward.onetimetoken.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.Constants;
import org.keycloak.representations.RefreshToken;

/** Whether a token would be taken, without taking it. */
final class Standing {

    private Standing() {}

    /** The place of a token that was issued without one. */
    static Place adopted(RefreshToken token, String clientId) {
        Object reuseId = token.getOtherClaims().get(Constants.REUSE_ID);
        return new Place(DerivedId.adoptedChain(token.getSessionId(), clientId, reuseId, token.getId()), 0);
    }

    /**
     * Whether the token is current in its line, or was replaced within the grace.
     *
     * @param line the line that the token names, or that it would begin
     */
    static boolean good(Optional<RefreshChain> line, Duration grace, RefreshToken token, Instant now) {
        TokenHash hash = TokenHash.of(token.getId());
        Place place = Place.of(token);
        return line.map(chain -> chain.endedAt() == null
                        && (hash.equals(chain.current())
                                || hash.equals(chain.previous()) && within(grace, chain, now)
                                || place != null && LostRotation.follows(chain, place.generation(), hash)))
                // A token from before rotation that was never used has no line yet.
                .orElse(place == null);
    }

    private static boolean within(Duration grace, RefreshChain chain, Instant now) {
        return !grace.isZero() && !now.isAfter(chain.rotatedAt().plus(grace));
    }
}
