package io.keyward.it.grants;

import java.util.Map;
import java.util.Set;

/** Token exchange (RFC 8693): a token given to a proved person is turned into another one later. */
final class TokenExchangeGrant implements Grant {

    private final GrantClient client;
    private final String requestedType;

    TokenExchangeGrant(GrantClient client, String requestedType) {
        this.client = client;
        this.requestedType = requestedType;
    }

    @Override
    public boolean preparedWhileProved() {
        return true;
    }

    /** RFC 8693, 2.2.2: a subject token that policy does not accept is an {@code invalid_request}. */
    @Override
    public Set<String> refusals() {
        return Set.of("invalid_grant", "invalid_request");
    }

    @Override
    public Attempt prepare(Account account) {
        String accessToken = client.tokens(account, "openid").accessToken();
        return () -> Outcome.of(client.token(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token",
                accessToken,
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:access_token",
                "requested_token_type",
                "urn:ietf:params:oauth:token-type:" + requestedType,
                "scope",
                "openid")));
    }
}
