package io.keyward.it.grants;

import io.keyward.it.harness.Answer;
import java.util.Map;
import java.util.Set;

/** Client-initiated backchannel authentication in poll mode; the {@link AuthenticationDevice} says yes for the person. */
final class CibaGrant implements Grant {

    private final GrantClient client;
    private final AuthenticationDevice phone;
    private final boolean approvedBefore;

    /** @param approvedBefore the person approves while still proved, and the client polls only later */
    CibaGrant(GrantClient client, AuthenticationDevice phone, boolean approvedBefore) {
        this.client = client;
        this.phone = phone;
        this.approvedBefore = approvedBefore;
    }

    @Override
    public boolean preparedWhileProved() {
        return approvedBefore;
    }

    @Override
    public Set<String> refusals() {
        return Set.of("invalid_grant", "access_denied");
    }

    @Override
    public Attempt prepare(Account account) {
        if (approvedBefore) {
            Answer asked = ask(account).ok();
            phone.approve(client, account.username());
            return () -> Outcome.of(poll(asked));
        }
        return () -> {
            Answer asked = ask(account);
            if (asked.status() != 200) {
                return Outcome.of(asked);
            }
            phone.approve(client, account.username());
            return Outcome.of(poll(asked));
        };
    }

    private Answer ask(Account account) {
        return client.post("ext/ciba/auth", Map.of("scope", "openid", "login_hint", account.username()));
    }

    private Answer poll(Answer asked) {
        return client.token(Map.of(
                "grant_type",
                "urn:openid:params:grant-type:ciba",
                "auth_req_id",
                asked.json().get("auth_req_id").asText()));
    }
}
