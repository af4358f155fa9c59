package io.keyward.it.grants;

import java.util.Map;

/** A refresh token that was given to a proved person and is used later. */
final class RefreshGrant implements Grant {

    private final GrantClient client;
    private final String scope;

    RefreshGrant(GrantClient client, String scope) {
        this.client = client;
        this.scope = scope;
    }

    @Override
    public boolean preparedWhileProved() {
        return true;
    }

    @Override
    public Attempt prepare(Account account) {
        String refreshToken = client.tokens(account, scope).refreshToken();
        return () -> Outcome.of(client.token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken)));
    }
}
