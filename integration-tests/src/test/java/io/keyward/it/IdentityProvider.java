package io.keyward.it;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.TestRealm;

/** One realm as OpenID Connect identity provider of another. */
record IdentityProvider(String alias) {

    static IdentityProvider of(TestRealm home, TestRealm realm) {
        String alias = "home-" + home.name();
        String url = home.url() + "/protocol/openid-connect";
        ObjectNode client = Json.object()
                .put("clientId", "broker-of-" + realm.name())
                .put("secret", "broker-secret")
                .put("publicClient", false)
                .put("standardFlowEnabled", true);
        client.putArray("redirectUris").add("*");
        home.admin().createClient(client);
        ObjectNode provider =
                Json.object().put("alias", alias).put("providerId", "oidc").put("trustEmail", true);
        provider.putObject("config")
                .put("clientId", "broker-of-" + realm.name())
                .put("clientSecret", "broker-secret")
                .put("clientAuthMethod", "client_secret_post")
                .put("issuer", home.url())
                .put("authorizationUrl", url + "/auth")
                .put("tokenUrl", url + "/token")
                .put("jwksUrl", url + "/certs")
                .put("useJwksUrl", "true")
                .put("validateSignature", "true")
                .put("defaultScope", "openid profile email");
        realm.admin().post("/identity-provider/instances", provider);
        return new IdentityProvider(alias);
    }
}
