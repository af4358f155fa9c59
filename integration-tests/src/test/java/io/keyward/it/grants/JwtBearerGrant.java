package io.keyward.it.grants;

import io.keyward.it.harness.RealmAdmin;
import java.util.Map;

/** JWT bearer (RFC 7523), which Keycloak calls the JWT authorization grant. */
final class JwtBearerGrant implements Grant {

    private final GrantClient client;
    private final RealmAdmin admin;
    private final AssertionIssuer issuer;

    JwtBearerGrant(GrantClient client, RealmAdmin admin, AssertionIssuer issuer) {
        this.client = client;
        this.admin = admin;
        this.issuer = issuer;
    }

    @Override
    public Attempt prepare(Account account) {
        issuer.link(admin, account);
        return () -> Outcome.of(client.token(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "assertion",
                issuer.assertion(account, client.realmUrl()),
                "scope",
                "openid")));
    }
}
