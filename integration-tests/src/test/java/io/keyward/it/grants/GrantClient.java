package io.keyward.it.grants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.RealmAdmin;
import java.util.HashMap;
import java.util.Map;

/** A confidential client that may use every grant, and the endpoints it uses. */
record GrantClient(String realmUrl) {

    static final String ID = "grant-matrix";
    static final String SECRET = "grant-matrix-secret";
    /** Nothing listens there: the redirect is read, not followed. */
    static final String CALLBACK = "http://127.0.0.1/grant-matrix/callback";

    /** Creates the client. */
    static void install(RealmAdmin admin) {
        ObjectNode client = Json.object()
                .put("clientId", ID)
                .put("secret", SECRET)
                .put("publicClient", false)
                .put("standardFlowEnabled", true)
                .put("implicitFlowEnabled", true)
                .put("directAccessGrantsEnabled", true)
                .put("serviceAccountsEnabled", true)
                .put("authorizationServicesEnabled", true);
        client.putArray("redirectUris").add(CALLBACK);
        client.putObject("attributes")
                .put("oauth2.device.authorization.grant.enabled", "true")
                .put("oidc.ciba.grant.enabled", "true")
                .put("ciba.backchannel.token.delivery.mode", "poll")
                .put("standard.token.exchange.enabled", "true")
                .put("standard.token.exchange.enableRefreshRequestedTokenType", "SAME_SESSION")
                .put("oauth2.jwt.authorization.grant.enabled", "true")
                .put("oauth2.jwt.authorization.grant.idp", AssertionIssuer.ALIAS);
        ObjectNode authorization = client.putObject("authorizationSettings").put("policyEnforcementMode", "PERMISSIVE");
        authorization.putArray("resources").addObject().put("name", UmaGrant.RESOURCE);
        admin.createClient(client);
    }

    String endpoint(String path) {
        return realmUrl + "/protocol/openid-connect" + path;
    }

    /** Posts to a path below the OIDC endpoints as this client. */
    Answer post(Agent agent, String path, Map<String, String> form) {
        Map<String, String> all = new HashMap<>(form);
        all.put("client_id", ID);
        all.put("client_secret", SECRET);
        return agent.post(endpoint(path), all);
    }

    Answer token(Agent agent, Map<String, String> form) {
        return post(agent, "/token", form);
    }

    Answer password(Agent agent, Account account, String scope) {
        return token(
                agent,
                Map.of(
                        "grant_type",
                        "password",
                        "username",
                        account.username(),
                        "password",
                        account.password(),
                        "scope",
                        scope));
    }

    /** Tokens of a proved account, by a quick way. */
    JsonNode tokens(Account account, String scope) {
        return password(new Agent(), account, scope).ok().json();
    }

    String authorization(Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("client_id", ID);
        all.put("redirect_uri", CALLBACK);
        return endpoint("/auth") + "?" + Http.form(all);
    }
}
