package io.keyward.devicesession.rotation;

import io.keyward.devicesession.RefreshChain;
import io.keyward.devicesession.RefreshChainStore;
import io.keyward.devicesession.RefreshChainStore.Presented;
import io.keyward.onetimetoken.TokenHash;

/**
 * The last replacement of a line that the database has forgotten, although its client has the answer: Keycloak has PostgreSQL
 * write refreshes to disk a moment later, and a crash comes between. That the token is the successor of the one that the ledger
 * holds for current, its id proves, and its signature that it was issued. Nobody else can have it.
 */
final class LostRotation {

    private final RefreshChainStore chains;

    LostRotation(RefreshChainStore chains) {
        this.chains = chains;
    }

    /** Makes up for it. @return whether the token may be presented once more */
    boolean restored(Presented request) {
        RefreshChain line = chains.find(request.realmId(), request.chainId()).orElse(null);
        if (line == null) {
            return false;
        }
        if (follows(line, request.generation(), request.token())) {
            // Whether this request does it, or another that came with the same token at the same time.
            chains.rotate(new Presented(
                    request.realmId(),
                    request.chainId(),
                    line.generation(),
                    line.current(),
                    request.token(),
                    request.at(),
                    request.grace(),
                    request.ip()));
            return true;
        }
        // Another that came with the same token has made up for it since.
        return line.generation() > request.generation();
    }

    /** Whether a token comes right after the one that is current in the line. */
    static boolean follows(RefreshChain line, int generation, TokenHash token) {
        return line.endedAt() == null
                && generation - 1 == line.generation()
                && token.equals(TokenHash.of(DerivedId.successor(line.id(), line.current())));
    }
}
