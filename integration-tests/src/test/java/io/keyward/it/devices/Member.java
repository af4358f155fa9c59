package io.keyward.it.devices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody with an account who signs in by an app on one or another device. */
public record Member(TestRealm realm, Person person, String id) {

    public static Member of(TestRealm realm) {
        Person person = Person.ada();
        return new Member(realm, person, realm.admin().createProvedUser(person));
    }

    /** The client asks about its own tokens, which Keycloak (26.7) allows when told to only. */
    static void introspectable(ObjectNode definition) {
        for (JsonNode client : definition.get("clients")) {
            if (client.get("clientId").asText().equals("test-direct")) {
                ((ObjectNode) client)
                        .putObject("attributes")
                        .put("allow.token.introspection.without.audience.check", "true");
            }
        }
    }

    static boolean active(TestRealm realm, TokenAnswer tokens) {
        return realm.direct()
                .introspect(tokens.accessToken())
                .json()
                .get("active")
                .asBoolean();
    }

    /** On a device that was never there before. */
    public TokenAnswer signIn() {
        return signIn(DeviceApi.SCOPE);
    }

    public TokenAnswer signIn(String scope) {
        return signIn(scope, UUID.randomUUID().toString());
    }

    TokenAnswer signIn(String scope, String device) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "password");
        form.put("username", person.email());
        form.put("password", person.password());
        form.put("scope", scope);
        form.put("device_id", device);
        return realm.direct().token(form);
    }

    DeviceApi api() {
        return api(signIn());
    }

    DeviceApi api(TokenAnswer tokens) {
        return new DeviceApi(realm, tokens.accessToken());
    }
}
