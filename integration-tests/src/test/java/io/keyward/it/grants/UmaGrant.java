package io.keyward.it.grants;

import io.keyward.it.harness.Http;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** UMA: an access token given to a proved person is turned into a requesting party token later. */
final class UmaGrant implements Grant {

    static final String RESOURCE = "Thing";

    private final GrantClient client;
    private final boolean byTicket;

    /** @param byTicket the permission is asked for by a ticket of the resource server, else by naming the resource */
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
        String accessToken = client.tokens(account, "openid").accessToken();
        Map<String, String> request =
                new HashMap<>(Map.of("grant_type", "urn:ietf:params:oauth:grant-type:uma-ticket"));
        if (byTicket) {
            request.put("ticket", new ResourceServer(client).ticket(RESOURCE));
        } else {
            request.put("audience", GrantClient.ID);
            request.put("permission", RESOURCE);
        }
        return () -> Outcome.of(Http.send(Http.request(client.endpoint("token"))
                .header("Authorization", "Bearer " + accessToken)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Http.form(request)))));
    }
}
