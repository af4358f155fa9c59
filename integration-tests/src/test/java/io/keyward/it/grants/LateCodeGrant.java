package io.keyward.it.grants;

import io.keyward.it.harness.OAuthClient;
import java.util.Map;

/** An authorization code that was given to a proved person and is redeemed later. */
final class LateCodeGrant implements Grant {

    private final GrantClient client;

    LateCodeGrant(GrantClient client) {
        this.client = client;
    }

    @Override
    public boolean preparedWhileProved() {
        return true;
    }

    @Override
    public Attempt prepare(Account account) {
        OAuthClient.Authorization authorization = client.authorization(Map.of());
        Landing landing = new SignIn(new Agent(), account).walk(authorization.url());
        if (landing.code() == null) {
            throw new AssertionError("A proved person got no code; ended at " + landing.describe());
        }
        return () -> Outcome.of(client.redeem(landing.code(), authorization));
    }
}
