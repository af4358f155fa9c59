package io.keyward.it.grants;

import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.RealmAdmin;
import java.util.Set;

/** An admin impersonates the person, and the session so made asks for an authorization code. */
final class ImpersonationGrant implements Grant {

    private final BrowserGrant code;
    private final GrantClient client;
    private final RealmAdmin admin;

    ImpersonationGrant(GrantClient client, RealmAdmin admin) {
        this.client = client;
        this.admin = admin;
        this.code = new BrowserGrant(client, "code");
    }

    @Override
    public Set<String> refusals() {
        return code.refusals();
    }

    @Override
    public Attempt prepare(Account account) {
        Agent agent = new Agent();
        return () -> {
            Answer impersonated = admin.send("POST", "/users/" + account.id() + "/impersonation", Json.object());
            agent.takeCookies(client.realmUrl(), impersonated.ok());
            return code.attempt(agent, account);
        };
    }
}
