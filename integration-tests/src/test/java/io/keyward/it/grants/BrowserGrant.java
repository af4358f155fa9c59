package io.keyward.it.grants;

import io.keyward.it.harness.OAuthClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Authorization code with PKCE, implicit and hybrid: whatever the authorization endpoint and a sign-in in a browser give. */
final class BrowserGrant implements Grant {

    private final GrantClient client;
    private final Map<String, String> request = new HashMap<>();
    private UnaryOperator<SignIn> manner = UnaryOperator.identity();
    private boolean inSession;

    BrowserGrant(GrantClient client, String responseType) {
        this.client = client;
        request.put("response_type", responseType);
        request.put("nonce", "n");
    }

    BrowserGrant with(String parameter, String value) {
        request.put(parameter, value);
        return this;
    }

    BrowserGrant signingIn(UnaryOperator<SignIn> how) {
        manner = how;
        return this;
    }

    /** The person signed in while proved; the attempt comes later in the same browser. */
    BrowserGrant inSessionOfProvedTime() {
        inSession = true;
        return this;
    }

    @Override
    public boolean preparedWhileProved() {
        return inSession;
    }

    @Override
    public boolean refusalTells() {
        return !"none".equals(request.get("prompt"));
    }

    @Override
    public Set<String> refusals() {
        return refusalTells()
                ? Set.of("invalid_grant", "access_denied")
                : Set.of("invalid_grant", "access_denied", "login_required", "interaction_required");
    }

    @Override
    public Attempt prepare(Account account) {
        Agent agent = new Agent();
        if (inSession) {
            Landing signedIn = new SignIn(agent, account)
                    .walk(client.authorization(Map.of()).url());
            if (signedIn.code() == null) {
                throw new AssertionError("A proved person could not sign in; ended at " + signedIn.describe());
            }
            agent.forgetAnswers();
        }
        return () -> attempt(agent, account);
    }

    Outcome attempt(Agent agent, Account account) {
        OAuthClient.Authorization authorization = client.authorization(request);
        Landing landing = manner.apply(new SignIn(agent, account)).walk(authorization.url());
        return landing.code() == null
                ? Outcome.of(agent, landing)
                : Outcome.of(agent, client.redeem(landing.code(), authorization));
    }
}
