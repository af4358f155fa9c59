package io.keyward.it.endings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Keyward;
import io.keyward.it.harness.OAuthClient;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Stacks;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Two nodes: what is changed at one ends at the other at once. */
@DisabledIfSystemProperty(
        named = "keyward.stack",
        matches = "containers",
        disabledReason = "the second node is a process of this machine")
@Tag("long")
class EndingClusterIT {

    private static final String REALM = "endings";

    private static Keyward keyward;

    @BeforeAll
    static void start() {
        keyward = Keyward.on(
                Stacks.withKeyward(Stacks.local().prepared().nodes(2)).start());
        ObjectNode realm = TestRealm.definition(keyward, REALM);
        ObjectNode api = realm.withArray("/clients")
                .addObject()
                .put("clientId", "test-api")
                .put("secret", "test-secret")
                .put("publicClient", false)
                .put("standardFlowEnabled", false);
        api.putObject("attributes").put("allow.token.introspection.without.audience.check", "true");
        keyward.admin().send("POST", "", realm).ok();
    }

    @AfterAll
    static void stop() {
        if (keyward != null) {
            keyward.close();
        }
    }

    @Test
    void aResetAtOneNodeEndsEverythingAtBoth() {
        Person person = Person.ada();
        Person other = Person.ada();
        String id = keyward.admin(REALM).createProvedUser(person);
        keyward.admin(REALM).createProvedUser(other);
        List<Foothold> persons = open(person);
        List<Foothold> others = open(other);
        // Both nodes have the account in their caches.
        for (TokenAnswer tokens : List.of(signIn(0, person, "openid"), signIn(1, person, "openid"))) {
            assertThat(active(0, tokens)).isTrue();
            assertThat(active(1, tokens)).isTrue();
        }

        keyward.admin(REALM)
                .put(
                        "/users/" + id + "/reset-password",
                        Json.object().put("type", "password").put("value", Way.NEW_PASSWORD));

        assertThat(Footholds.open(persons)).isEmpty();
        assertThat(Footholds.open(others)).isEqualTo(others);
        for (int node = 0; node < 2; node++) {
            assertThat(client(node).password(person.email(), person.password()).error())
                    .isEqualTo("invalid_grant");
            assertThat(client(node).password(person.email(), Way.NEW_PASSWORD).status())
                    .isEqualTo(200);
        }
    }

    /** Signed in at each node, and used at each. */
    private static List<Foothold> open(Person person) {
        List<Foothold> open = new ArrayList<>();
        for (int from = 0; from < 2; from++) {
            for (int to = 0; to < 2; to++) {
                for (String scope : List.of("openid", "openid offline_access")) {
                    int at = to;
                    String what = scope + " from node " + from + " at node " + to;
                    TokenAnswer tokens = signIn(from, person, scope);
                    open.add(new Foothold("introspection, " + what, () -> active(at, tokens)));
                    open.add(new Foothold(
                            "userinfo, " + what,
                            () -> client(at).userinfo(tokens.accessToken()).status() == 200));
                    open.add(new Foothold(
                            "refresh, " + what,
                            () -> client(at).refresh(tokens.refreshToken()).status() == 200));
                }
            }
        }
        return open;
    }

    private static TokenAnswer signIn(int node, Person person, String scope) {
        return client(node).password(person.email(), person.password(), scope);
    }

    private static boolean active(int node, TokenAnswer tokens) {
        return keyward.client(keyward.stack().nodes().get(node), REALM, "test-api", "test-secret")
                .introspect(tokens.accessToken())
                .ok()
                .json()
                .path("active")
                .asBoolean();
    }

    private static OAuthClient client(int node) {
        return keyward.client(keyward.stack().nodes().get(node), REALM, "test-direct", "test-secret");
    }
}
