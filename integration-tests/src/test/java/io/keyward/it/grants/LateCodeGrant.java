package io.keyward.it.grants;

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
        Agent agent = new Agent();
        Pkce pkce = Pkce.fresh();
        Landing landing = new SignIn(agent, account)
                .walk(client.authorization(Map.of(
                        "response_type", "code",
                        "scope", "openid",
                        "code_challenge_method", "S256",
                        "code_challenge", pkce.challenge())));
        if (landing.code() == null) {
            throw new AssertionError("A proved person got no code; ended at " + landing.describe());
        }
        agent.forgetAnswers();
        return () -> Outcome.of(agent, BrowserGrant.redeem(client, agent, landing.code(), pkce));
    }
}
