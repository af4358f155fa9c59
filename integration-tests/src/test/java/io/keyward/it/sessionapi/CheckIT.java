package io.keyward.it.sessionapi;

import static io.keyward.it.sessionapi.SessionStoryIT.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a gateway asks. */
class CheckIT {

    @RegisterExtension
    static final TestRealm realm = Apps.realm().withClient(Apps.spa());

    private final Person person = Person.ada();
    private final Front front = Front.of(realm);

    @Test
    void saysWhoseARequestIsAndSetsNothing() {
        String id = realm.admin().createProvedUser(person);
        assertThat(front.login(person).status()).isEqualTo(200);
        Answer answer = front.get("check");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Auth-User")).isEqualTo(id);
        assertThat(answer.header("X-Auth-Email")).isEqualTo(person.email());
        assertThat(answer.header("X-Auth-Roles").split(",")).contains("user").doesNotContain("admin");
        assertThat(answer.header("X-Auth-Device")).isNotBlank();
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        String token = front.browser().cookie("access_token");
        Answer byHeader = Http.send(Http.request(front.at("check"))
                .header("Authorization", "Bearer " + token)
                .GET());
        assertThat(byHeader.header("X-Auth-User")).isEqualTo(id);
    }

    @Test
    void asksForRolesAndFreshness() {
        String id = realm.admin().createProvedUser(person);
        assertThat(front.login(person).status()).isEqualTo(200);
        assertThat(front.get("check?role=user").status()).isEqualTo(200);
        refused(front.get("check?role=admin"), 403, "missing_role");
        assertThat(front.get("check?max_age=600").status()).isEqualTo(200);
        refused(front.get("check?max_age=nonsense"), 401, "reauthentication_required");
        realm.admin()
                .send(
                        "POST",
                        "/users/" + id + "/role-mappings/realm",
                        Json.array().add(realm.admin().get("/roles/admin")))
                .ok();
        // At once: what the account has counts, not what it had when the token was issued.
        assertThat(front.get("check?role=admin").status()).isEqualTo(200);
        assertThat(front.get("me").json().get("user").get("role").asText()).isEqualTo("admin");
    }

    @Test
    void aSessionThatAnAdministratorEndsFailsAtOnce() {
        String id = realm.admin().createProvedUser(person);
        assertThat(front.login(person).status()).isEqualTo(200);
        assertThat(front.get("check").status()).isEqualTo(200);
        String session = realm.admin().sessions(id).get(0).get("id").asText();
        realm.admin().delete("/sessions/" + session);
        refused(front.get("check"), 401, "not_signed_in");
        refused(front.get("me"), 401, "not_signed_in");
        refused(front.post("refresh"), 401, "invalid_refresh_token");
    }

    @Test
    void aDisabledPersonFailsAtOnce() {
        String id = realm.admin().createProvedUser(person);
        assertThat(front.login(person).status()).isEqualTo(200);
        realm.admin().changeUser(id, user -> user.put("enabled", false));
        refused(front.get("check"), 401, "not_signed_in");
        refused(front.get("me"), 401, "not_signed_in");
        refused(front.login(person), 401, "account_disabled");
        refused(front.login(person.withPassword("not the one I have")), 401, "invalid_credentials");
    }

    @Test
    void whoNeedsASecondFactorOrAnotherStepGoesOnInTheBrowser() {
        String id = realm.admin().createProvedUser(person);
        realm.admin().changeUser(id, user -> user.putArray("requiredActions").add("UPDATE_PASSWORD"));
        Answer answer = front.login(person);
        refused(answer, 401, "action_required");
        assertThat(answer.json().get("continue_url").asText()).endsWith("/keyward/auth/start");
        assertThat(front.browser().cookie("access_token")).isNull();
        refused(front.login(person.withPassword("not the one I have")), 401, "invalid_credentials");
    }

    @Test
    void devicesThroughTheCookie() {
        realm.admin().createProvedUser(person);
        assertThat(front.login(person).status()).isEqualTo(200);
        Answer devices = front.get("devices");
        assertThat(devices.status()).as(devices.body()).isEqualTo(200);
        assertThat(devices.json().get("devices")).hasSize(1);
        String device = devices.json().get("devices").get(0).get("id").asText();
        refused(
                front.post("devices/" + device + "/sign-out", "", Map.of("Origin", "https://evil.example.org")),
                403,
                "origin_not_allowed");
        assertThat(front.get("me").status()).isEqualTo(200);
        assertThat(front.post("devices/" + device + "/sign-out", "", Map.of()).status())
                .isEqualTo(204);
        refused(front.get("me"), 401, "not_signed_in");
    }

    @Test
    void theSameBrowserIsTheSameDevice() {
        realm.admin().createProvedUser(person);
        assertThat(front.login(person).status()).isEqualTo(200);
        String device = front.get("check").header("X-Auth-Device");
        assertThat(front.post("logout").status()).isEqualTo(200);
        assertThat(front.login(person).status()).isEqualTo(200);
        assertThat(front.get("check").header("X-Auth-Device")).isEqualTo(device);
        Front elsewhere = Front.of(realm);
        assertThat(elsewhere.login(person).status()).isEqualTo(200);
        assertThat(elsewhere.get("check").header("X-Auth-Device")).isNotEqualTo(device);
    }
}
