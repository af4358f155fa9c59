package io.keyward.it.grants;

import java.util.Map;
import java.util.Set;

/** Legacy token exchange with {@code requested_subject}: someone who may impersonate asks for tokens of another person. */
final class LegacyImpersonationGrant implements Grant {

    private final GrantClient client;
    private final Account operator;

    LegacyImpersonationGrant(GrantClient client, Account operator) {
        this.client = client;
        this.operator = operator;
    }

    @Override
    public Set<String> refusals() {
        return Set.of("invalid_grant", "invalid_request", "access_denied");
    }

    @Override
    public Attempt prepare(Account account) {
        String operators = client.tokens(operator, "openid").accessToken();
        return () -> Outcome.of(client.token(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token",
                operators,
                "requested_subject",
                account.username(),
                "scope",
                "openid")));
    }
}
