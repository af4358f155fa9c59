package io.keyward.it.devices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.pages.DevicesPage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page "Your devices" may do, and what it leaves as it is in Keycloak's console. */
class AccountDevicesAccessIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private Member member;
    private Page page;

    @BeforeEach
    void signedUp() {
        member = Member.of(realm);
        page = browsers.open();
    }

    @Test
    void theTokenOfThePageIsGoodForDevicesAndThatOfTheConsoleIsNot() {
        List<Request> asked = new ArrayList<>();
        page.onRequest(asked::add);
        List<Response> issued = new ArrayList<>();
        page.onResponse(response -> {
            if (response.url().endsWith("/protocol/openid-connect/token")) {
                issued.add(response);
            }
        });
        DevicesPage.open(page, realm, member.person()).shown();
        String ofPage = bearer(asked, "/keyward/devices");
        String ofPageAnswer = issued.stream()
                .map(Response::text)
                .filter(text -> text.contains(ofPage))
                .findFirst()
                .orElseThrow();
        page.navigate(realm.url() + "/account/");
        page.locator("#firstName").waitFor();
        String ofConsole = bearer(asked, "/account/");

        JsonNode claims =
                Json.read(new String(Base64.getUrlDecoder().decode(ofPage.split("\\.")[1]), StandardCharsets.UTF_8));
        assertThat(claims.get("azp").asText()).isEqualTo("keyward-account");
        assertThat(claims.get("scope").asText().split(" ")).containsExactly("keyward-devices");
        assertThat(claims.has("realm_access")).isFalse();
        assertThat(claims.has("resource_access")).isFalse();
        assertThat(claims.has("email")).isFalse();
        assertThat(ofPageAnswer).doesNotContain("refresh_token");
        assertThat(account(ofPage).status()).isIn(401, 403);
        assertThat(account(ofConsole).status()).isEqualTo(200);
        assertThat(new DeviceApi(realm, ofConsole).get("").status()).isEqualTo(403);
    }

    /** That the page keeps to it is seen after each test of the two others. */
    @Test
    void theContentSecurityPolicyIsThatOfARealmWithoutKeyward() {
        String plain =
                Http.get(realm.keyward().url() + "/realms/master/account/").ok().header("Content-Security-Policy");
        assertThat(plain).contains("frame-src 'self'");
        assertThat(Http.get(DevicesPage.url(realm)).ok().header("Content-Security-Policy"))
                .isEqualTo(plain);
    }

    /** The menu is a copy of Keycloak's with a page added: nothing that Keycloak has may be missing from it. */
    @Test
    void everythingInKeycloaksOwnMenuIsThere() {
        DevicesPage.open(page, realm, member.person()).shown();
        String resources =
                (String) page.evaluate("JSON.parse(document.getElementById('environment').textContent).resourceUrl");
        String own = realm.keyward().url() + resources + "/content.json";
        TreeSet<String> offered = paths(Http.get(own).ok().json(), new TreeSet<>());
        TreeSet<String> keycloaks = paths(
                Http.get(own.replace("/account/keyward/", "/account/keycloak.v3/"))
                        .ok()
                        .json(),
                new TreeSet<>());
        assertThat(keycloaks).contains("account-security/device-activity");
        assertThat(offered).containsAll(keycloaks).contains("account-security/your-devices");
    }

    private static TreeSet<String> paths(JsonNode menu, TreeSet<String> found) {
        for (JsonNode entry : menu) {
            if (entry.has("path")) {
                found.add(entry.get("path").asText());
            }
            paths(entry.path("children"), found);
        }
        return found;
    }

    private static Answer account(String token) {
        return Http.send(Http.request(realm.url() + "/account/")
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token)
                .GET());
    }

    private static String bearer(List<Request> asked, String part) {
        return asked.stream()
                .filter(request ->
                        request.url().contains(part) && request.headers().containsKey("authorization"))
                .map(request -> request.headers().get("authorization").replace("Bearer ", ""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No token was sent to " + part));
    }
}
