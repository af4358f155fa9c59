package io.keyward.it.grants;

import java.util.Map;

/** Resource owner password credentials. */
final class PasswordGrant implements Grant {

    private final GrantClient client;

    PasswordGrant(GrantClient client) {
        this.client = client;
    }

    @Override
    public Attempt prepare(Account account) {
        return () -> Outcome.of(client.token(Map.of(
                "grant_type",
                "password",
                "username",
                account.username(),
                "password",
                account.password(),
                "scope",
                "openid")));
    }
}
