package io.keyward.it.grants;

import io.keyward.it.harness.Answer;
import java.util.HashMap;
import java.util.Map;
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
        request.put("scope", "openid");
        request.put("nonce", "n");
        request.put("state", "s");
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
    public boolean refusalSaysWhy() {
        return !"none".equals(request.get("prompt"));
    }

    @Override
    public java.util.Set<String> refusals() {
        return refusalSaysWhy()
                ? java.util.Set.of("invalid_grant", "access_denied")
                : java.util.Set.of("login_required", "interaction_required", "access_denied", "invalid_grant");
    }

    @Override
    public Attempt prepare(Account account) {
        Agent agent = new Agent();
        if (inSession) {
            Landing signedIn = new SignIn(agent, account).walk(client.authorization(Map.of("response_type", "code")));
            if (signedIn.code() == null) {
                throw new AssertionError("A proved person could not sign in; ended at " + signedIn.describe());
            }
            agent.forgetAnswers();
        }
        return () -> attempt(agent, account);
    }

    Outcome attempt(Agent agent, Account account) {
        Pkce pkce = Pkce.fresh();
        Landing landing = manner.apply(new SignIn(agent, account)).walk(authorization(pkce));
        if (landing.code() == null) {
            return Outcome.of(agent, landing);
        }
        return Outcome.of(agent, redeem(client, agent, landing.code(), pkce));
    }

    private String authorization(Pkce pkce) {
        Map<String, String> parameters = new HashMap<>(request);
        if (request.get("response_type").contains("code")) {
            parameters.put("code_challenge_method", "S256");
            parameters.put("code_challenge", pkce.challenge());
        }
        return client.authorization(parameters);
    }

    static Answer redeem(GrantClient client, Agent agent, String code, Pkce pkce) {
        return client.token(
                agent,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        GrantClient.CALLBACK,
                        "code_verifier",
                        pkce.verifier()));
    }
}
