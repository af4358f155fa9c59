package io.keyward.it.grants;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.RealmAdmin;

/** A plain realm where people already have accounts, which the realm under test uses as OpenID Connect identity provider. */
final class HomeRealm {

    private static final String CLIENT = "grant-matrix-broker";
    private static final String SECRET = "grant-matrix-secret";

    private final String url;
    private final RealmAdmin admin;

    HomeRealm(String url, RealmAdmin admin) {
        this.url = url;
        this.admin = admin;
    }

    /** Prepares the realm for {@link #serve}. */
    void install() {
        ObjectNode client = Json.object()
                .put("clientId", CLIENT)
                .put("secret", SECRET)
                .put("publicClient", false)
                .put("standardFlowEnabled", true);
        client.putArray("redirectUris").add("*");
        admin.createClient(client);
    }

    /** Makes it an identity provider of the realm. @param postLoginFlow runs after its sign-ins, or null */
    void serve(RealmAdmin realm, String alias, boolean trustEmail, String postLoginFlow) {
        ObjectNode provider =
                Json.object().put("alias", alias).put("providerId", "oidc").put("trustEmail", trustEmail);
        if (postLoginFlow != null) {
            provider.put("postBrokerLoginFlowAlias", postLoginFlow);
        }
        provider.putObject("config")
                .put("clientId", CLIENT)
                .put("clientSecret", SECRET)
                .put("clientAuthMethod", "client_secret_post")
                .put("issuer", url)
                .put("authorizationUrl", url + "/protocol/openid-connect/auth")
                .put("tokenUrl", url + "/protocol/openid-connect/token")
                .put("jwksUrl", url + "/protocol/openid-connect/certs")
                .put("useJwksUrl", "true")
                .put("validateSignature", "true")
                .put("defaultScope", "openid profile email")
                .put("syncMode", "FORCE");
        realm.post("/identity-provider/instances", provider);
    }

    /** Gives the person of the account one here as well, with the address of now, verified as far as this realm says. */
    String copy(Account account) {
        return admin.createUser(user(account, account.address()));
    }

    void changeAddress(Account account, String address) {
        admin.changeUser(admin.userId(account.address()), user -> user.put("email", address));
    }

    /** An account that exists only here. @param withAddress whether it has an address, verified as this realm says */
    Account stranger(boolean withAddress) {
        Person person = Person.ada();
        Account account = new Account(null, person.email().split("@")[0], withAddress ? person.email() : null, person);
        return new Account(copy(account), account.username(), account.address(), person);
    }

    private static ObjectNode user(Account account, String address) {
        ObjectNode user = Json.object()
                .put("username", account.username())
                .put("firstName", account.person().firstName())
                .put("lastName", account.person().lastName())
                .put("enabled", true);
        if (address != null) {
            user.put("email", address).put("emailVerified", true);
        }
        user.putArray("credentials").addObject().put("type", "password").put("value", account.password());
        return user;
    }
}
