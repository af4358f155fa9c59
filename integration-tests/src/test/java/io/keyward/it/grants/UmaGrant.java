package io.keyward.it.grants;

import io.keyward.it.harness.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** UMA: an access token given to a proved person is turned into a requesting party token later. */
final class UmaGrant implements Grant {

    static final String RESOURCE = "Thing";

    private final GrantClient client;
    private final boolean byTicket;

    /** Says whether the permission is asked for by a ticket of the resource server, or by naming the resource. */
    UmaGrant(GrantClient client, boolean byTicket) {
        this.client = client;
        this.byTicket = byTicket;
    }

    @Override
    public boolean preparedWhileProved() {
        return true;
    }

    /** UMA 2.0, 3.3.6 has {@code request_denied} besides the errors of OAuth. */
    @Override
    public Set<String> refusals() {
        return Set.of("invalid_grant", "access_denied", "request_denied");
    }

    @Override
    public Attempt prepare(Account account) {
        String accessToken =
                client.tokens(account, "openid").get("access_token").asText();
        Map<String, String> request =
                new HashMap<>(Map.of("grant_type", "urn:ietf:params:oauth:grant-type:uma-ticket"));
        if (byTicket) {
            request.put("ticket", ticket());
        } else {
            request.put("audience", GrantClient.ID);
            request.put("permission", RESOURCE);
        }
        Agent agent = new Agent();
        return () -> Outcome.of(agent, agent.post(client.endpoint("/token"), request, accessToken));
    }

    private String ticket() {
        Agent resourceServer = new Agent();
        String own = client.token(resourceServer, Map.of("grant_type", "client_credentials"))
                .ok()
                .json()
                .get("access_token")
                .asText();
        Answer ticket = ProtectionApi.ticket(client, own, RESOURCE);
        return ticket.ok().json().get("ticket").asText();
    }
}
