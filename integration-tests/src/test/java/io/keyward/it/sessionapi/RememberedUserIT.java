package io.keyward.it.sessionapi;

import static io.keyward.it.sessionapi.SessionStoryIT.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Keyward;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Stacks;
import io.keyward.it.harness.TestRealm;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * As where the network between the nodes is cut: both remember a person, PostgreSQL has something else, and neither has been told.
 * What is remembered decides nothing.
 */
@DisabledIfSystemProperty(
        named = "keyward.stack",
        matches = "containers",
        disabledReason = "two nodes are processes of this machine")
@Tag("long")
class RememberedUserIT {

    private static final String REALM = "remembered";

    private static Keyward keyward;

    private Person person;
    private String id;

    @BeforeAll
    static void start() {
        keyward = Keyward.on(
                Stacks.withKeyward(Stacks.local().prepared().nodes(2)).start());
        var realm = TestRealm.definition(keyward, REALM);
        Apps.withoutDemo(realm);
        realm.withArray("/clients").add(Apps.spa());
        // Of two wrong passwords in a second, the other would be refused for another reason.
        realm.put("bruteForceProtected", false);
        realm.putArray("identityProviders")
                .addObject()
                .put("alias", "other")
                .put("providerId", "google")
                .put("enabled", true);
        keyward.admin().send("POST", "", realm).ok();
    }

    @AfterAll
    static void stop() {
        if (keyward != null) {
            keyward.close();
        }
    }

    @BeforeEach
    void known() {
        person = Person.ada();
        id = keyward.admin(REALM).createProvedUser(person);
    }

    @Test
    void anotherPassword() {
        Person changed = Person.ada().withPassword("Another-Battery-Staple-9");
        String other = keyward.admin(REALM).createProvedUser(changed);
        changed = changed.withEmail(person.email());
        Front front = new Front(api(0));
        assertThat(front.login(person).status()).isEqualTo(200);
        remember();

        sql("""
                update CREDENTIAL set SECRET_DATA = o.SECRET_DATA, CREDENTIAL_DATA = o.CREDENTIAL_DATA,
                    CREATED_DATE = o.CREATED_DATE + 1
                from (select * from CREDENTIAL where USER_ID = ?) o where CREDENTIAL.USER_ID = ?""", other, id);

        for (int node = 0; node < 2; node++) {
            refused(new Front(api(node)).login(person), 401, "invalid_credentials");
            assertThat(new Front(api(node)).login(changed).status()).isEqualTo(200);
        }
        refused(front.post("refresh"), 401, "invalid_refresh_token");
    }

    @Test
    void addressNoLongerProvedAndProvedAgain() {
        remember();

        sql("update USER_ENTITY set EMAIL_VERIFIED = false where ID = ?", id);
        for (int node = 0; node < 2; node++) {
            refused(new Front(api(node)).login(person), 401, "email_not_verified");
        }

        sql("update USER_ENTITY set EMAIL_VERIFIED = true where ID = ?", id);
        for (int node = 0; node < 2; node++) {
            assertThat(new Front(api(node)).login(person).status()).isEqualTo(200);
        }
    }

    @Test
    void switchedOff() {
        Front front = new Front(api(0));
        assertThat(front.login(person).status()).isEqualTo(200);
        String token = front.browser().cookie("access_token");
        remember();
        for (int node = 0; node < 2; node++) {
            assertThat(check(node, token).status()).isEqualTo(200);
        }

        sql("update USER_ENTITY set ENABLED = false where ID = ?", id);

        for (int node = 0; node < 2; node++) {
            refused(check(node, token), 401, "not_signed_in");
            refused(new Front(api(node)).login(person), 401, "account_disabled");
        }
        refused(front.post("refresh"), 401, "invalid_refresh_token");
    }

    @Test
    void roleGivenAndTaken() {
        remember();
        String admin = keyward.admin(REALM).get("/roles/admin").path("id").asText();

        sql("insert into USER_ROLE_MAPPING (ROLE_ID, USER_ID) values (?, ?)", admin, id);
        for (int node = 0; node < 2; node++) {
            assertThat(role(node)).isEqualTo("admin");
        }

        sql("delete from USER_ROLE_MAPPING where ROLE_ID = ? and USER_ID = ?", admin, id);
        for (int node = 0; node < 2; node++) {
            assertThat(role(node)).isEqualTo("user");
        }
    }

    @Test
    void somethingIsAskedOfThem() {
        remember();

        sql("insert into USER_REQUIRED_ACTION (USER_ID, REQUIRED_ACTION) values (?, 'UPDATE_PASSWORD')", id);

        for (int node = 0; node < 2; node++) {
            refused(new Front(api(node)).login(person), 401, "action_required");
        }
    }

    @Test
    void attributesConsentsAndLinks() {
        remember();
        String client = keyward.admin(REALM).clientUuid(Apps.SPA);
        String realmId = keyward.admin(REALM).realm().get("id").asText();
        for (int node = 0; node < 2; node++) {
            assertThat(admin(node, "/consents")).isEmpty();
            assertThat(admin(node, "/federated-identity")).isEmpty();
        }

        sql("insert into USER_ATTRIBUTE (ID, NAME, VALUE, USER_ID) values (?, 'locale', 'fr', ?)", uuid(), id);
        sql("insert into USER_CONSENT (ID, CLIENT_ID, USER_ID) values (?, ?, ?)", uuid(), client, id);
        sql("""
                insert into FEDERATED_IDENTITY (IDENTITY_PROVIDER, REALM_ID, FEDERATED_USER_ID, USER_ID)
                values ('other', ?, ?, ?)""", realmId, uuid(), id);

        for (int node = 0; node < 2; node++) {
            assertThat(admin(node, "").path("attributes").path("locale").path(0).asText())
                    .isEqualTo("fr");
            assertThat(admin(node, "/consents")).hasSize(1);
            assertThat(admin(node, "/federated-identity")).hasSize(1);
        }
    }

    @Test
    void gone() {
        Front front = new Front(api(0));
        assertThat(front.login(person).status()).isEqualTo(200);
        String token = front.browser().cookie("access_token");
        remember();

        for (String table : List.of("CREDENTIAL", "USER_ATTRIBUTE", "USER_REQUIRED_ACTION", "USER_ROLE_MAPPING")) {
            keyward.database().update("delete from " + table + " where USER_ID = ?", id);
        }
        sql("delete from USER_ENTITY where ID = ?", id);

        for (int node = 0; node < 2; node++) {
            refused(check(node, token), 401, "not_signed_in");
            refused(new Front(api(node)).login(person), 401, "invalid_credentials");
        }
    }

    /** Both nodes have let the person in, and have all of what they know in memory. */
    private void remember() {
        for (int node = 0; node < 2; node++) {
            // What has been read anew is not remembered before the next request.
            for (int twice = 0; twice < 2; twice++) {
                assertThat(new Front(api(node)).login(person).status()).isEqualTo(200);
            }
        }
    }

    private String role(int node) {
        return new Front(api(node)).login(person).ok().json().at("/user/role").asText();
    }

    private static Answer check(int node, String token) {
        return Http.send(Http.request(api(node) + "/check")
                .header("Cookie", "access_token=" + token)
                .GET());
    }

    private JsonNode admin(int node, String path) {
        return Http.send(Http.request(base(node) + "/admin/realms/" + REALM + "/users/" + id + path)
                        .header("Authorization", "Bearer " + keyward.admin().token())
                        .GET())
                .ok()
                .json();
    }

    private static void sql(String statement, Object... values) {
        assertThat(keyward.database().update(statement, values)).isEqualTo(1);
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }

    private static String api(int node) {
        return base(node) + "/realms/" + REALM + "/keyward/auth";
    }

    private static String base(int node) {
        return keyward.stack().nodes().get(node).baseUrl().toString();
    }
}
