package io.keyward.it.devices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.it.harness.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people can do with their own devices over HTTP. */
class DeviceApiIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().with(Member::introspectable);

    private Member member;

    @BeforeEach
    void signedUp() {
        member = Member.of(realm);
    }

    @Test
    void theListShowsEachDeviceWithItsSessionsAndMarksTheOwn() {
        Instant before = Instant.now().minusSeconds(2);
        DeviceApi first = member.api();
        TokenAnswer tokens = member.signIn();
        DeviceApi second = member.api(tokens);

        List<JsonNode> devices = second.list();
        assertThat(devices).hasSize(2);
        assertThat(second.currentId()).isNotEqualTo(first.currentId());
        JsonNode own = second.current();
        assertThat(own.get("title").asText()).isNotBlank();
        assertThat(own.has("name")).isFalse();
        assertThat(own.get("type").asText()).isIn("desktop", "mobile", "other");
        assertThat(own.get("signedIn").asBoolean()).isTrue();
        assertThat(own.get("signedInWith").asText()).isEqualTo("password-grant");
        assertThat(own.get("lastIp").asText()).isEqualTo("127.0.0.1");
        assertThat(Instant.parse(own.get("firstSeen").asText())).isBetween(before, Instant.now());
        assertThat(Instant.parse(own.get("lastSeen").asText())).isBetween(before, Instant.now());

        JsonNode session = own.get("sessions").get(0);
        assertThat(own.get("sessions")).hasSize(1);
        assertThat(session.get("offline").asBoolean()).isFalse();
        assertThat(session.get("clients")).hasSize(1);
        assertThat(session.get("clients").get(0).get("clientId").asText()).isEqualTo("test-direct");
        assertThat(session.get("ip").asText()).isEqualTo("127.0.0.1");
        assertThat(Instant.parse(session.get("startedAt").asText())).isBetween(before, Instant.now());
        assertThat(session.get("refreshCount").asInt()).isZero();

        TokenAnswer refreshed = realm.direct().refresh(tokens.refreshToken());
        realm.direct().refresh(refreshed.refreshToken()).accessToken();
        JsonNode after = second.current().get("sessions").get(0);
        assertThat(after.get("refreshCount").asInt()).isEqualTo(2);
        assertThat(Instant.parse(after.get("lastRefresh").asText()))
                .isAfterOrEqualTo(Instant.parse(session.get("lastRefresh").asText()));
    }

    @Test
    void noIdOfASessionAndNoCacheAndNothingOfOthers() {
        TokenAnswer tokens = member.signIn();
        Member.of(realm).signIn();
        Answer answer = member.api(tokens).get("").ok();
        assertThat(answer.body()).doesNotContain(tokens.claims().get("sid").asText());
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().get("devices")).hasSize(1);
    }

    @Test
    void aBrowserIsADeviceToo() {
        Visitor visitor = new Visitor(realm);
        TokenAnswer tokens = browserTokens(visitor, "");
        JsonNode own = member.api(tokens).current();
        assertThat(own.get("signedInWith").asText()).isEqualTo("browser");
        assertThat(own.get("os").asText()).isEqualTo("Linux");
        assertThat(own.get("sessions").get(0).get("clients").get(0).get("name").asText())
                .isEqualTo("Test application");
    }

    @Test
    void anOfflineSessionIsShownAsOne() {
        TokenAnswer tokens = member.signIn(DeviceApi.SCOPE + " offline_access");
        DeviceApi api = member.api(tokens);
        assertThat(DeviceApi.elements(api.current().get("sessions")))
                .anyMatch(session -> session.get("offline").asBoolean());
        api.post("/" + api.currentId() + "/sign-out").ok();
        assertThat(realm.direct().refresh(tokens.refreshToken()).error()).isEqualTo("invalid_grant");
    }

    // Names

    @Test
    void aDeviceIsNamedAndTheNameTakenAway() {
        DeviceApi api = member.api();
        String id = api.currentId();
        String title = api.current().get("title").asText();

        JsonNode named = api.put("/" + id, "{\"name\": \" Ku\\u0308che \\uD83D\\uDCBB <b> \"}")
                .ok()
                .json();
        assertThat(named.get("name").asText()).isEqualTo("K\u00FCche \uD83D\uDCBB <b>");
        assertThat(named.get("title").asText()).isEqualTo("K\u00FCche \uD83D\uDCBB <b>");
        assertThat(named.get("current").asBoolean()).isTrue();
        assertThat(api.current()).isEqualTo(named);

        JsonNode renamed =
                api.send("PATCH", "/" + id, "{\"name\": \"המחשב שלי\"}").ok().json();
        assertThat(renamed.get("name").asText()).isEqualTo("המחשב שלי");

        for (String none : List.of("null", "\"\"", "\"  \"")) {
            api.put("/" + id, "{\"name\": \"x\"}").ok();
            JsonNode reset = api.put("/" + id, "{\"name\": " + none + "}").ok().json();
            assertThat(reset.has("name")).as(none).isFalse();
            assertThat(reset.get("title").asText()).isEqualTo(title);
        }
    }

    @Test
    void anotherDeviceMayBeNamedToo() {
        String other = member.api().currentId();
        DeviceApi api = member.api();
        api.put("/" + other, "{\"name\": \"Phone\"}").ok();
        assertThat(api.device(other).get("name").asText()).isEqualTo("Phone");
        assertThat(api.current().has("name")).isFalse();
    }

    // Signing out

    @Test
    void oneDeviceIsSignedOutAtOnceAndTheOthersStay() {
        TokenAnswer lost = member.signIn();
        String lostId = member.api(lost).currentId();
        TokenAnswer kept = member.signIn();
        DeviceApi api = member.api(kept);

        assertThat(Member.active(realm, lost)).isTrue();
        assertThat(api.post("/" + lostId + "/sign-out").status()).isEqualTo(204);
        assertThat(Member.active(realm, kept)).isTrue();

        assertThat(realm.direct().refresh(lost.refreshToken()).error()).isEqualTo("invalid_grant");
        assertThat(Member.active(realm, lost)).isFalse();
        assertThat(member.api(lost).get("").status()).isEqualTo(401);
        assertThat(api.device(lostId).get("signedIn").asBoolean()).isFalse();
        assertThat(api.device(lostId).get("sessions")).isEmpty();
        realm.direct().refresh(kept.refreshToken()).accessToken();

        List<JsonNode> events = realm.admin().events("LOGOUT", member.id());
        assertThat(events).hasSize(1);
        assertThat(events.get(0).get("sessionId").asText())
                .isEqualTo(lost.claims().get("sid").asText());
        assertThat(events.get(0).get("details").get("device_id").asText()).isEqualTo(lostId);
        assertThat(events.get(0).get("details").get("reason").asText()).isEqualTo("owner-sign-out");

        assertThat(api.delete("/" + lostId).status()).as("again").isEqualTo(204);
        assertThat(realm.admin().events("LOGOUT", member.id())).hasSize(1);
    }

    @Test
    void theOwnDeviceMayBeSignedOutByDelete() {
        TokenAnswer tokens = member.signIn();
        DeviceApi api = member.api(tokens);
        assertThat(api.delete("/" + api.currentId()).status()).isEqualTo(204);
        assertThat(realm.direct().refresh(tokens.refreshToken()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void allOthersAreSignedOutAlsoWhatIsOnNoDeviceAndAMailTells() {
        enableDevices(false);
        TokenAnswer untied = member.signIn();
        enableDevices(true);
        TokenAnswer offline = member.signIn(DeviceApi.SCOPE + " offline_access");
        TokenAnswer other = member.signIn();
        String device = "the-device-in-my-own-hands";
        TokenAnswer sameDevice = member.signIn(DeviceApi.SCOPE, device);
        TokenAnswer own = member.signIn(DeviceApi.SCOPE, device);
        Member stranger = Member.of(realm);
        TokenAnswer strangers = stranger.signIn();
        int mails = realm.mailbox().count(member.person().email());

        assertThat(member.api(own).post("/sign-out-others").status()).isEqualTo(204);

        for (TokenAnswer ended : List.of(untied, offline, other)) {
            assertThat(realm.direct().refresh(ended.refreshToken()).error()).isEqualTo("invalid_grant");
        }
        for (TokenAnswer kept : List.of(own, sameDevice, strangers)) {
            realm.direct().refresh(kept.refreshToken()).accessToken();
        }
        assertThat(member.api(own).list())
                .filteredOn(found -> found.get("signedIn").asBoolean())
                .hasSize(1);
        assertThat(realm.admin().events("LOGOUT", member.id())).hasSize(3);
        assertThat(nextMail("signed out").text()).isNotBlank();
        assertThat(realm.mailbox().count(member.person().email())).isGreaterThan(mails);
    }

    @Test
    void signingOutNobodySendsNoMail() {
        DeviceApi api = member.api();
        api.post("/sign-out-others").ok();
        assertThat(realm.admin().events("LOGOUT", member.id())).isEmpty();
        // A mail that comes for sure, afterwards and by the same courier.
        member.signIn();
        assertThat(realm.mailbox().next(member.person().email()).subject()).doesNotContain("signed out");
    }

    // History and preferences

    @Test
    void theHistoryTellsTheLastSignInsNewestFirst() {
        TokenAnswer first = member.signIn(DeviceApi.SCOPE, "device-number-one");
        TokenAnswer second = member.signIn(DeviceApi.SCOPE, "device-number-two");
        DeviceApi api = member.api(second);
        realm.direct().logout(first.refreshToken());

        List<JsonNode> signIns =
                DeviceApi.elements(api.get("/sign-ins").ok().json().get("signIns"));
        assertThat(signIns).hasSize(2);
        assertThat(signIns.get(0).get("device").get("id").asText()).isEqualTo(api.currentId());
        assertThat(signIns.get(0).get("active").asBoolean()).isTrue();
        assertThat(signIns.get(0).get("client").get("clientId").asText()).isEqualTo("test-direct");
        assertThat(signIns.get(0).get("signedInWith").asText()).isEqualTo("password-grant");
        assertThat(signIns.get(0).get("ip").asText()).isEqualTo("127.0.0.1");
        assertThat(signIns.get(1).get("active").asBoolean()).isFalse();
        assertThat(Instant.parse(signIns.get(0).get("at").asText()))
                .isAfter(Instant.parse(signIns.get(1).get("at").asText()));
        assertThat(api.get("/sign-ins?max=1").ok().json().get("signIns")).hasSize(1);
        assertThat(api.get("/sign-ins").body())
                .doesNotContain(second.claims().get("sid").asText());
    }

    @Test
    void mailsAboutNewDevicesCanBeRefused() {
        DeviceApi api = member.api();
        assertThat(api.get("/preferences").ok().json())
                .isEqualTo(Json.of("{'newDeviceMail': true, 'newDeviceMailOffered': true}"));
        assertThat(api.put("/preferences", "{\"newDeviceMail\": false}").ok().json())
                .isEqualTo(Json.of("{'newDeviceMail': false, 'newDeviceMailOffered': true}"));
        assertThat(api.get("/preferences").ok().json())
                .isEqualTo(Json.of("{'newDeviceMail': false, 'newDeviceMailOffered': true}"));
        assertThat(realm.admin().events("UPDATE_PROFILE", member.id()))
                .anyMatch(event ->
                        event.get("details").path("new_device_mail").asText().equals("false"));
        api.put("/preferences", "{\"newDeviceMail\": true}").ok();
        assertThat(api.get("/preferences").ok().json())
                .isEqualTo(Json.of("{'newDeviceMail': true, 'newDeviceMailOffered': true}"));
    }

    // Where and from where

    @Test
    void aRealmThatHasNotAskedHasNoSuchResource() {
        DeviceApi api = member.api();
        enableDevices(false);
        try {
            for (String path : List.of("", "/sign-ins", "/preferences")) {
                Answer answer = api.get(path);
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.json().get("error").asText()).isEqualTo("not_found");
            }
            assertThat(realm.admin().send("GET", "/keyward/devices", null).status())
                    .isEqualTo(404);
        } finally {
            enableDevices(true);
        }
    }

    @Test
    void applicationsOfOtherOriginsMayAskIfTheirClientSaysSo() {
        String origin = "https://app.example.org";
        realm.admin()
                .changeClient(
                        "test-direct", client -> client.putArray("webOrigins").add(origin));
        DeviceApi api = member.api();

        Answer preflight = Http.send(Http.request(realm.url() + "/keyward/devices/x")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PATCH", "PUT", "DELETE", "POST");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Authorization", "Content-Type");

        Answer asked = Http.send(api.request("").header("Origin", origin).GET());
        assertThat(asked.ok().header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(asked.header("Access-Control-Expose-Headers")).contains("WWW-Authenticate");
        Answer refused =
                Http.send(api.request("/nothing").header("Origin", origin).DELETE());
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(origin);

        Answer foreign = Http.send(
                api.request("").header("Origin", "https://evil.example").GET());
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.header("Access-Control-Allow-Origin")).isNull();
    }

    // Beside Keycloak's own

    @Test
    void theAccountApiGoesOnAndTheListFollowsIt() {
        TokenAnswer gone = member.signIn();
        String goneId = member.api(gone).currentId();
        TokenAnswer kept = member.signIn();
        DeviceApi api = member.api(kept);

        String account = realm.url() + "/account/sessions";
        JsonNode devices =
                Http.send(bearer(account + "/devices", kept).GET()).ok().json();
        assertThat(devices.get(0).get("sessions")).hasSize(2);
        Http.send(bearer(account + "/" + gone.claims().get("sid").asText(), kept)
                        .DELETE())
                .ok();

        assertThat(api.device(goneId).get("signedIn").asBoolean()).isFalse();
        assertThat(api.current().get("signedIn").asBoolean()).isTrue();
        assertThat(realm.admin().sessions(member.id())).hasSize(1);
    }

    private static java.net.http.HttpRequest.Builder bearer(String url, TokenAnswer tokens) {
        return Http.request(url)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + tokens.accessToken());
    }

    private TokenAnswer browserTokens(Visitor visitor, String more) {
        visitor.browser()
                .open(visitor.authorization().url().replace("scope=openid", "scope=openid+keyward-devices") + more);
        visitor.browser()
                .submit(
                        visitor.page().one("#kc-form-login"),
                        java.util.Map.of(
                                "username", member.person().email(),
                                "password", member.person().password()));
        return visitor.tokens();
    }

    private Mail nextMail(String subject) {
        while (true) {
            Mail mail = realm.mailbox().next(member.person().email());
            if (mail.subject().contains(subject)) {
                return mail;
            }
        }
    }

    private static void enableDevices(boolean enabled) {
        realm.admin().changeRequiredAction("keyward-devices", action -> action.put("enabled", enabled));
    }
}
