package io.keyward.it.devices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What administrators can do with the devices of a realm over HTTP. */
class DeviceAdminApiIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().with(Member::introspectable);

    private Member member;

    @BeforeEach
    void signedUp() {
        member = Member.of(realm);
    }

    @Test
    void aPageShowsWhoseDevicesTheyAre() {
        String id = member.api().currentId();
        List<JsonNode> devices = page("user=" + member.id());
        assertThat(devices).hasSize(1);
        JsonNode device = devices.get(0);
        assertThat(device.get("id").asText()).isEqualTo(id);
        assertThat(device.get("userId").asText()).isEqualTo(member.id());
        assertThat(device.get("username").asText()).isEqualTo(member.person().email());
        assertThat(device.get("signedIn").asBoolean()).isTrue();
        assertThat(device.has("current")).isFalse();
        assertThat(device.get("sessions")
                        .get(0)
                        .get("clients")
                        .get(0)
                        .get("clientId")
                        .asText())
                .isEqualTo("test-direct");
        assertThat(DeviceApi.elements(realm.admin()
                        .get("/keyward/users/" + member.id() + "/devices")
                        .get("devices")))
                .isEqualTo(devices);
    }

    @Test
    void pagesFollowEachOtherByKey() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(member.api().currentId());
        }
        List<String> found = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get("user=" + member.id() + "&max=2" + after);
            DeviceApi.elements(page.get("devices"))
                    .forEach(device -> found.add(device.get("id").asText()));
            sizes.add(page.get("devices").size());
            after = page.has("next") ? "&after=" + page.get("next").asText() : null;
        } while (after != null);
        assertThat(found).isSorted().containsExactlyInAnyOrderElementsOf(all);
        assertThat(sizes).containsExactly(2, 2, 1);
    }

    @Test
    void byStateAsKeycloakTellsIt() {
        TokenAnswer gone = member.signIn();
        String goneId = member.api(gone).currentId();
        String here = member.api().currentId();
        // Signed out by Keycloak's own admin API: no table of ours needs to know.
        realm.admin().delete("/sessions/" + gone.claims().get("sid").asText());

        assertThat(ids("user=" + member.id() + "&state=signed-in")).containsExactly(here);
        assertThat(ids("user=" + member.id() + "&state=signed-out")).containsExactly(goneId);
        assertThat(ids("user=" + member.id())).containsExactlyInAnyOrder(here, goneId);
        assertThat(ids("state=signed-in")).contains(here).doesNotContain(goneId);
    }

    @Test
    void byClientAndTime() {
        Instant start = Instant.now().minusSeconds(1);
        String id = member.api().currentId();
        String user = "user=" + member.id();
        assertThat(ids(user + "&client=test-direct")).containsExactly(id);
        assertThat(ids(user + "&client=test-app")).isEmpty();
        assertThat(ids(user + "&seenAfter=" + start)).containsExactly(id);
        assertThat(ids(user + "&seenBefore=" + start)).isEmpty();
        assertThat(ids(user + "&seenAfter=" + Instant.now().plusSeconds(60))).isEmpty();
        assertThat(ids(user + "&seenBefore=" + Instant.now().plusSeconds(60))).containsExactly(id);
        assertThat(ids("user=nobody")).isEmpty();
    }

    @Test
    void oneDeviceIsSignedOut() {
        TokenAnswer lost = member.signIn();
        TokenAnswer kept = member.signIn();
        String id = member.api(lost).currentId();
        assertThat(Member.active(realm, lost)).isTrue();
        for (String method : List.of("POST", "DELETE")) {
            String path = "/keyward/devices/" + id + (method.equals("POST") ? "/sign-out" : "");
            assertThat(realm.admin().send(method, path, null).status()).isEqualTo(204);
            JsonNode event = lastAdminEvent();
            assertThat(event.get("operationType").asText()).isEqualTo("ACTION");
            assertThat(event.get("resourceType").asText()).isEqualTo("USER_SESSION");
            assertThat(event.get("resourcePath").asText()).isEqualTo(path.substring(1));
            assertThat(event.get("representation").asText()).contains(member.id(), id);
        }
        assertThat(realm.direct().refresh(lost.refreshToken()).error()).isEqualTo("invalid_grant");
        assertThat(Member.active(realm, lost)).isFalse();
        realm.direct().refresh(kept.refreshToken()).accessToken();
    }

    @Test
    void allDevicesOfAUserAreSignedOutAlsoOfflineAndWhatIsOnNoDevice() {
        enableDevices(false);
        TokenAnswer untied = member.signIn();
        enableDevices(true);
        TokenAnswer offline = member.signIn(DeviceApi.SCOPE + " offline_access");
        TokenAnswer online = member.signIn();
        TokenAnswer strangers = Member.of(realm).signIn();
        String path = "/keyward/users/" + member.id() + "/devices/sign-out";
        assertThat(realm.admin().send("POST", path, null).status()).isEqualTo(204);

        for (TokenAnswer ended : List.of(untied, offline, online)) {
            assertThat(realm.direct().refresh(ended.refreshToken()).error()).isEqualTo("invalid_grant");
        }
        realm.direct().refresh(strangers.refreshToken()).accessToken();
        assertThat(ids("user=" + member.id() + "&state=signed-in")).isEmpty();
        assertThat(lastAdminEvent().get("resourcePath").asText()).isEqualTo(path.substring(1));
    }

    @Test
    void aRemovedUserLeavesNoDevices() {
        String id = member.api().currentId();
        realm.admin().deleteUser(member.id());
        assertThat(ids("")).doesNotContain(id);
        assertThat(realm.admin().send("DELETE", "/keyward/devices/" + id, null).status())
                .isEqualTo(404);
        assertThat(realm.admin()
                        .send("GET", "/keyward/users/" + member.id() + "/devices", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void fineGrainedPermissionsHideWhoseUsersOneMayNotView() {
        Member hidden = Member.of(realm);
        String hiddenDevice = hidden.api().currentId();
        String shownDevice = member.api().currentId();
        Admins admins = new Admins(realm);
        realm.admin().changeRealm(definition -> definition.put("adminPermissionsEnabled", true));
        try {
            Member deputy = admins.withRoles("query-users");
            admins.mayView(deputy, member.id());
            String token = admins.token(deputy);

            assertThat(admins.send(token, "GET", "/keyward/devices?max=200")
                            .json()
                            .findValuesAsText("userId"))
                    .containsExactly(member.id());
            assertThat(admins.send(token, "GET", "/keyward/users/" + member.id() + "/devices")
                            .status())
                    .isEqualTo(200);
            assertThat(admins.send(token, "GET", "/keyward/users/" + hidden.id() + "/devices")
                            .status())
                    .isEqualTo(403);
            assertThat(admins.send(token, "DELETE", "/keyward/devices/" + shownDevice)
                            .status())
                    .isEqualTo(403);
            assertThat(admins.send(token, "DELETE", "/keyward/devices/" + hiddenDevice)
                            .status())
                    .isEqualTo(404);
        } finally {
            realm.admin().changeRealm(definition -> definition.put("adminPermissionsEnabled", false));
        }
    }

    private static JsonNode get(String query) {
        return realm.admin().get("/keyward/devices?" + query);
    }

    private static List<JsonNode> page(String query) {
        return DeviceApi.elements(get(query).get("devices"));
    }

    private static List<String> ids(String query) {
        return page(query.replace("+", Http.encode("+"))).stream()
                .map(device -> device.get("id").asText())
                .toList();
    }

    private static JsonNode lastAdminEvent() {
        return realm.admin()
                .get("/admin-events?max=1&resourceTypes=USER_SESSION")
                .get(0);
    }

    private static void enableDevices(boolean enabled) {
        realm.admin().changeRequiredAction("keyward-devices", action -> action.put("enabled", enabled));
    }
}
