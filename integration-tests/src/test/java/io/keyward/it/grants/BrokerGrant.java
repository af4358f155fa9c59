package io.keyward.it.grants;

import io.keyward.it.harness.Json;
import io.keyward.it.harness.RealmAdmin;
import java.util.Set;

/** A sign-in at an identity provider, by a person who has the same name and password there. */
final class BrokerGrant implements Grant {

    private final GrantClient client;
    private final HomeRealm home;
    private final RealmAdmin admin;
    private final String alias;

    /** @param admin of the realm under test */
    BrokerGrant(GrantClient client, HomeRealm home, RealmAdmin admin, String alias) {
        this.client = client;
        this.home = home;
        this.admin = admin;
        this.alias = alias;
    }

    @Override
    public Set<String> refusals() {
        return Set.of("invalid_grant", "access_denied");
    }

    /** The account is linked to the person's account at the provider. */
    @Override
    public Attempt prepare(Account account) {
        String homeId = home.copy(account);
        admin.send(
                        "POST",
                        "/users/" + account.id() + "/federated-identity/" + alias,
                        Json.object().put("userId", homeId).put("userName", account.username()))
                .ok();
        return signIn(account);
    }

    /** As one who has an account at the provider, and perhaps comes for the first time. */
    Attempt signIn(Account account) {
        return () -> new BrowserGrant(client, "code").with("kc_idp_hint", alias).attempt(new Agent(), account);
    }
}
