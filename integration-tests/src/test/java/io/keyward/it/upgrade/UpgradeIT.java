package io.keyward.it.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.FreePort;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Keyward;
import io.keyward.it.harness.OAuthClient;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Stacks;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.stack.StackBuilder;
import io.keyward.stack.StackException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The same database under one Keyward after another, and under none: nobody is locked out, and nothing is forgotten. */
@Tag("long")
@DisabledIfSystemProperty(
        named = "keyward.stack",
        matches = "containers",
        disabledReason = "servers with other jars are processes of this machine")
@Tag("alone")
class UpgradeIT {

    private static final String REALM = "moving";

    @TempDir
    Path folder;

    private final int port = FreePort.any();
    private final Person person = Person.ada();
    private final Person unproved = Person.named("Una", "Proved");

    @Test
    void fromTheFirstSchemaToThePresentOne() {
        Path first = FirstJar.of(Stacks.providersJar(), folder);
        String token = "a".repeat(64);
        String realmId;
        String userId;
        List<String> tables;
        try (Keyward then = Keyward.on(same(Stacks.local().providerJar(first)).start())) {
            then.admin()
                    .send("POST", "", Json.object().put("realm", REALM).put("enabled", true))
                    .ok();
            realmId = then.admin(REALM).realm().get("id").asText();
            userId = then.admin(REALM).createUser(person, true);
            tables = then.database().keywardTables();
            then.database()
                    .update(
                            "insert into keyward_one_time_token (id, realm_id, user_id, purpose, address, token_hash, pending,"
                                    + " issued_at, expires_at) values ('first', ?, ?, 'verify-email', ?, ?, true, 1, ?)",
                            realmId,
                            userId,
                            person.email(),
                            token,
                            Long.MAX_VALUE);
        }
        assertThat(tables)
                .containsExactlyInAnyOrder("keyward_one_time_token", "keyward_email_proof", "keyward_email_adoption");

        try (Keyward now = Keyward.on(same(Stacks.withKeyward(Stacks.local())).start())) {
            assertThat(now.database().keywardTables())
                    .hasSizeGreaterThan(tables.size())
                    .containsAll(tables);
            assertThat(now.database()
                            .strings("select token_hash from keyward_one_time_token where user_id = ?", userId))
                    .containsExactly(token);
            assertThat(now.admin(REALM).userId(person.email())).isEqualTo(userId);
            now.admin().send("POST", "", TestRealm.definition(now, "shipped")).ok();
            now.admin("shipped").createProvedUser(unproved);
            TokenAnswer tokens = direct(now, "shipped").password(unproved.email(), unproved.password());
            assertThat(direct(now, "shipped").refresh(tokens.refreshToken()).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void withoutKeywardAndWithItAgain() {
        ObjectNode before;
        TokenAnswer tokens;
        try (Keyward with = Keyward.on(same(Stacks.withKeyward(Stacks.local())).start())) {
            with.admin().send("POST", "", TestRealm.definition(with, REALM)).ok();
            with.admin(REALM).createProvedUser(person);
            with.admin(REALM).createUser(unproved, false);
            tokens = direct(with).password(person.email(), person.password());
            before = settings(with);
            JsonNode left = with.admin(REALM)
                    .send("POST", "/keyward/departure", null)
                    .ok()
                    .json();
            assertThat(left.get("left").asBoolean()).isTrue();
            assertThat(left.get("changed"))
                    .extracting(JsonNode::asText)
                    .contains(
                            "flows",
                            "required-actions",
                            "password-policy",
                            "client-policies",
                            "user-profile",
                            "themes");
            assertThat(left.get("bcryptPasswords").asInt()).isZero();
            assertThat(with.admin(REALM)
                            .send("POST", "/keyward/departure", null)
                            .ok()
                            .json()
                            .get("changed"))
                    .as("nothing is left to take out")
                    .isEmpty();
        }

        try (Keyward without = Keyward.on(same(Stacks.local()).start())) {
            TokenAnswer goesOn = direct(without).refresh(tokens.refreshToken());
            assertThat(goesOn.status()).as("%s", goesOn.json()).isEqualTo(200);
            assertThat(direct(without)
                            .password(person.email(), person.password())
                            .status())
                    .isEqualTo(200);
            assertThat(direct(without)
                            .password(unproved.email(), unproved.password())
                            .error())
                    .as("who proved nothing comes in no more than before")
                    .isEqualTo("invalid_grant");
            assertThat(signInPage(without)).contains("kc-form-login");
            assertThat(without.admin(REALM).get("/authentication/flows")).isNotEmpty();
            assertThat(without.admin(REALM).get("/users?max=5")).hasSize(2);
            assertThat(without.admin(REALM).get("/clients")).isNotEmpty();
            assertThat(without.stack().node().log()).doesNotContain("Uncaught server error");
            tokens = goesOn;
        }

        try (Keyward again = Keyward.on(same(Stacks.withKeyward(Stacks.local())).start())) {
            again.admin(REALM).send("DELETE", "/keyward/departure", null).ok();
            assertThat(settings(again)).isEqualTo(before);
            assertThat(direct(again).refresh(tokens.refreshToken()).status()).isEqualTo(200);
            assertThat(direct(again).password(person.email(), person.password()).status())
                    .isEqualTo(200);
            assertThat(direct(again)
                            .password(unproved.email(), unproved.password())
                            .errorDescription())
                    .isNotBlank();
        }
    }

    /** What happens to those who have not read how to leave. */
    @Test
    void takenAwayWithoutLeavingItDoesNotStartAndPutBackItDoes() {
        try (Keyward with = Keyward.on(same(Stacks.withKeyward(Stacks.local())).start())) {
            with.admin().send("POST", "", TestRealm.definition(with, REALM)).ok();
            with.admin(REALM).createProvedUser(person);
        }
        StackBuilder without = same(Stacks.local());
        assertThatThrownBy(without::start)
                .isInstanceOf(StackException.class)
                .hasMessageContaining("Password policy not found");
        try (Keyward again = Keyward.on(same(Stacks.withKeyward(Stacks.local())).start())) {
            assertThat(direct(again).password(person.email(), person.password()).status())
                    .isEqualTo(200);
        }
    }

    /** The same database behind the same address, which is in every token. */
    private StackBuilder same(StackBuilder stack) {
        return stack.data(folder.resolve("data")).port(port);
    }

    /** The realm as the administrator sees it, apart from what changes by itself. */
    private static ObjectNode settings(Keyward keyward) {
        ObjectNode all = Json.object();
        all.set("realm", keyward.admin(REALM).realm());
        all.set("profile", keyward.admin(REALM).get("/users/profile"));
        all.set("actions", keyward.admin(REALM).get("/authentication/required-actions"));
        all.set("profiles", keyward.admin(REALM).get("/client-policies/profiles"));
        all.set("policies", keyward.admin(REALM).get("/client-policies/policies"));
        ((ObjectNode) all.get("realm")).remove("smtpServer");
        return all;
    }

    private static String signInPage(Keyward keyward) {
        String console = keyward.url() + "/realms/" + REALM + "/account/";
        return Http.get(keyward.url() + "/realms/" + REALM + "/protocol/openid-connect/auth?client_id=account-console"
                        + "&response_type=code&scope=openid&code_challenge_method=S256&code_challenge=" + "A".repeat(43)
                        + "&redirect_uri=" + Http.encode(console))
                .ok()
                .body();
    }

    private static OAuthClient direct(Keyward keyward) {
        return direct(keyward, REALM);
    }

    private static OAuthClient direct(Keyward keyward, String realm) {
        return keyward.client(realm, "test-direct", "test-secret");
    }
}
