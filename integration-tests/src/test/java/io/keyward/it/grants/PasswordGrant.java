package io.keyward.it.grants;

/** Resource owner password credentials. */
final class PasswordGrant implements Grant {

    private final GrantClient client;

    PasswordGrant(GrantClient client) {
        this.client = client;
    }

    @Override
    public Attempt prepare(Account account) {
        Agent agent = new Agent();
        return () -> Outcome.of(agent, client.password(agent, account, "openid"));
    }
}
