package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.RealmAdmin;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.it.harness.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever ends a session, and however: the list of devices is right afterwards, because it asks Keycloak. */
class DeviceListIT {

    @RegisterExtension
    final TestRealm realm = TestRealm.shipped();

    private final Person ada = Person.ada();
    private final HttpBrowser browser = new HttpBrowser();
    private RealmAdmin admin;
    private String adaId;
    private DeviceList devices;
    private Visitor visitor;
    private TokenAnswer tokens;

    @BeforeEach
    void adaIsSignedIn() {
        admin = realm.admin();
        adaId = admin.createProvedUser(ada);
        devices = new DeviceList(realm, adaId);
        visitor = new Visitor(realm, browser);
        visitor.signIn(ada.email(), ada.password());
        tokens = visitor.tokens();
        assertThat(devices.signedIn()).hasSize(1);
    }

    @Test
    void anAdministratorEndsTheSession() {
        admin.delete("/sessions/" + sessionId());
        signedOut();
    }

    @Test
    void anAdministratorSignsThePersonOut() {
        admin.post("/users/" + adaId + "/logout", Json.object());
        signedOut();
    }

    @Test
    void anAdministratorSignsEverybodyOut() {
        admin.post("/logout-all", Json.object());
        signedOut();
    }

    @Test
    void theApplicationSignsOutByTheBrowser() {
        browser.open(realm.app().logoutUrl(tokens.idToken(), realm.appServer().signedOutUrl()));
        assertThat(browser.page().text()).contains("Signed out");
        signedOut();
    }

    @Test
    void theApplicationSignsOutByTheRefreshToken() {
        realm.app().logout(tokens.refreshToken()).ok();
        signedOut();
    }

    @Test
    void theApplicationRevokesTheRefreshToken() {
        realm.app().revoke(tokens.refreshToken()).ok();
        signedOut();
    }

    @Test
    void thePersonEndsTheSessionInTheAccountApi() {
        account("DELETE", "/sessions/" + sessionId()).ok();
        signedOut();
    }

    @Test
    void thePersonEndsAllSessionsInTheAccountApi() {
        account("DELETE", "/sessions?current=true").ok();
        signedOut();
    }

    @Test
    void theSessionWasIdleForTooLong() {
        admin.changeRealm(changed -> changed.put("ssoSessionIdleTimeout", 1));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(devices.signedIn()).isEmpty());
        signedOut();
    }

    @Test
    void theSessionHasReachedItsLongestLife() {
        admin.changeRealm(changed -> changed.put("ssoSessionMaxLifespan", 1));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(devices.signedIn()).isEmpty());
        signedOut();
    }

    @Test
    void theRealmTakesNothingFromBefore() {
        long soon = Instant.now().getEpochSecond() + 1;
        admin.changeRealm(changed -> changed.put("notBefore", soon));
        admin.post("/push-revocation", Json.object());
        signedOut();
    }

    @Test
    void theAccountIsDisabled() {
        admin.changeUser(adaId, user -> user.put("enabled", false));
        signedOut();
    }

    @Test
    void theAccountIsRemoved() {
        admin.deleteUser(adaId);

        assertThat(admin.send("GET", "/keyward/users/" + adaId + "/devices", null)
                        .status())
                .isEqualTo(404);
        assertThat(realm.database().rowsOfUser(adaId)).isEmpty();
    }

    @Test
    void theClientIsRemoved() {
        assertThat(clients()).containsExactly("test-app");

        admin.deleteClient("test-app");

        assertThat(clients()).isEmpty();
        assertThat(devices.all()).as("the browser stays signed in at Keycloak").hasSize(1);
        assertThat(realm.app().refresh(tokens.refreshToken()).status()).isNotEqualTo(200);
    }

    @Test
    void theRealmIsRemoved() {
        String realmId = realm.id();
        assertThat(realm.database().rowsOfRealm(realmId)).containsKeys("KEYWARD_DEVICE", "KEYWARD_DEVICE_SESSION");

        admin.delete("");

        assertThat(realm.database().rowsOfRealm(realmId)).isEmpty();
    }

    @Test
    void anOfflineSessionOutlivesTheSignOutAndEndsWhenItIsEnded() {
        TokenAnswer offline = realm.direct().password(ada.email(), ada.password(), "openid offline_access");
        String program = offline.claims().get("device_id").asText();
        // Not by "Sign out" of the user: that moves the not-before, too, and older offline sessions go with it.
        admin.sessions(adaId)
                .forEach(
                        session -> admin.delete("/sessions/" + session.get("id").asText()));
        assertThat(devices.signedIn()).containsExactly(program);
        assertThat(realm.direct().refresh(offline.refreshToken()).status()).isEqualTo(200);

        admin.delete("/users/" + adaId + "/consents/test-direct");

        assertThat(devices.signedIn()).isEmpty();
    }

    @Test
    void anotherSignInOnTheDeviceKeepsItSignedIn() {
        String first = sessionId();
        // A new session in the same browser, as after the session cookies were lost.
        browser.setCookie("KEYCLOAK_", null);
        browser.setCookie("AUTH_SESSION", null);
        Visitor again = new Visitor(realm, browser);
        again.signIn(ada.email(), ada.password());
        assertThat(again.signedIn()).isTrue();
        assertThat(devices.one().get("sessions")).hasSize(2);

        admin.delete("/sessions/" + first);

        assertThat(devices.signedIn()).hasSize(1);
        assertThat(devices.one().get("sessions")).hasSize(1);
    }

    /** The device is kept, signed out, and its tokens are worth nothing. */
    private void signedOut() {
        assertThat(devices.signedIn()).isEmpty();
        assertThat(devices.one().get("sessions")).isEmpty();
        refused();
    }

    private void refused() {
        TokenAnswer refresh = realm.app().refresh(tokens.refreshToken());
        assertThat(refresh.status()).isEqualTo(400);
        assertThat(refresh.error()).isEqualTo("invalid_grant");
    }

    private String sessionId() {
        return admin.sessions(adaId).get(0).get("id").asText();
    }

    private Stream<String> clients() {
        JsonNode sessions = devices.one().get("sessions");
        return sessions.findValuesAsText("clientId").stream();
    }

    private Answer account(String method, String path) {
        return Http.send(Http.request(realm.url() + "/account" + path)
                .header("Authorization", "Bearer " + tokens.accessToken())
                .header("Accept", "application/json")
                .method(method, java.net.http.HttpRequest.BodyPublishers.noBody()));
    }
}
