package io.keyward.it.grants;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.OAuthClient;
import io.keyward.it.harness.RealmAdmin;
import io.keyward.it.harness.TokenAnswer;
import java.util.Map;

/** A confidential client that may use every grant. */
final class GrantClient {

    static final String ID = "grant-matrix";
    /** May use the legacy token exchange. */
    static final String LEGACY_ID = "grant-matrix-legacy";

    static final String SECRET = "grant-matrix-secret";
    /** Nothing listens there: the redirect is read, not followed. */
    static final String CALLBACK = "http://127.0.0.1/grant-matrix/callback";

    private final String realmUrl;
    private final OAuthClient oauth;

    /** @param oauth speaks as {@link #ID} with {@link #SECRET} */
    GrantClient(String realmUrl, OAuthClient oauth) {
        this.realmUrl = realmUrl;
        this.oauth = oauth;
    }

    /** Creates the client in a realm. */
    static void install(RealmAdmin admin) {
        install(admin, ID, true);
    }

    /** @param standardExchange token exchange as standardised, else Keycloak's legacy one where the server has it */
    static void install(RealmAdmin admin, String id, boolean standardExchange) {
        ObjectNode client = Json.object()
                .put("clientId", id)
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
                .put("standard.token.exchange.enabled", String.valueOf(standardExchange))
                .put("standard.token.exchange.enableRefreshRequestedTokenType", "SAME_SESSION")
                .put("oauth2.jwt.authorization.grant.enabled", "true")
                .put("oauth2.jwt.authorization.grant.idp", AssertionIssuer.ALIAS);
        ObjectNode authorization = client.putObject("authorizationSettings").put("policyEnforcementMode", "PERMISSIVE");
        authorization.putArray("resources").addObject().put("name", UmaGrant.RESOURCE);
        admin.createClient(client);
    }

    String realmUrl() {
        return realmUrl;
    }

    String endpoint(String name) {
        return oauth.endpoint(name);
    }

    OAuthClient.Authorization authorization(Map<String, String> parameters) {
        return oauth.authorization(CALLBACK, parameters);
    }

    Answer post(String endpoint, Map<String, String> form) {
        return oauth.post(endpoint, form);
    }

    Answer token(Map<String, String> form) {
        return post("token", form);
    }

    Answer redeem(String code, OAuthClient.Authorization authorization) {
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                CALLBACK,
                "code_verifier",
                authorization.verifier()));
    }

    /** Tokens of a proved account, by the shortest way. */
    TokenAnswer tokens(Account account, String scope) {
        return oauth.password(account.username(), account.password(), scope);
    }
}
