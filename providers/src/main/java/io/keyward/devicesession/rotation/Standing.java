package io.keyward.devicesession.rotation;

import io.keyward.devicesession.DeviceSettings;
import io.keyward.devicesession.RefreshChain;
import io.keyward.devicesession.RefreshChainStore;
import io.keyward.onetimetoken.TokenHash;
import java.time.Instant;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.RefreshToken;

/** Whether a token would be taken, without taking it. */
final class Standing {

    private Standing() {}

    /** The place of a token that was issued without one. */
    static Place adopted(RefreshToken token, String clientId) {
        Object reuseId = token.getOtherClaims().get(Constants.REUSE_ID);
        return new Place(DerivedId.adoptedChain(token.getSessionId(), clientId, reuseId, token.getId()), 0);
    }

    /** Whether the token at this place is current, or was replaced within the grace. */
    static boolean good(
            RefreshChainStore chains,
            RealmModel realm,
            DeviceSettings settings,
            Place place,
            RefreshToken token,
            Instant now) {
        TokenHash hash = TokenHash.of(token.getId());
        return chains.find(realm.getId(), place.chain())
                .map(chain -> chain.endedAt() == null
                        && (hash.equals(chain.current())
                                || hash.equals(chain.previous()) && within(settings, chain, now)))
                // A token from before rotation that was never used has no line yet.
                .orElseGet(() -> Place.of(token) == null);
    }

    private static boolean within(DeviceSettings settings, RefreshChain chain, Instant now) {
        return !settings.grace().isZero() && !now.isAfter(chain.rotatedAt().plus(settings.grace()));
    }
}
