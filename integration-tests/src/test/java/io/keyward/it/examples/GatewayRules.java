package io.keyward.it.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a gateway owes the application behind it, whichever gateway it is. */
abstract class GatewayRules {

    private static final Map<String, String> CLAIMS = Map.of(
            "X-Auth-User",
            "somebody-else",
            "X-Auth-Email",
            "root@example.org",
            "X-Auth-Roles",
            "admin",
            "X-Auth-Device",
            "x");

    private final Person person = Person.ada();
    private String userId;

    abstract TestRealm realm();

    abstract Example gateway();

    abstract BackEnd backEnd();

    @BeforeEach
    void account() {
        userId = realm().admin().createProvedUser(person);
    }

    @Test
    void letsNobodyThroughWhoIsNotSignedIn() {
        int before = backEnd().requests();
        Answer answer = get("/reports", Map.of("Accept", "application/json"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(get("/reports", Map.of("Accept", "application/json", "Cookie", "gateway_access=made.up.token"))
                        .status())
                .isEqualTo(401);
        assertThat(get("/reports", Map.of("Accept", "application/json", "Authorization", "Bearer made.up.token"))
                        .status())
                .isEqualTo(401);
        assertThat(backEnd().requests()).isEqualTo(before);
    }

    @Test
    void tellsTheApplicationWhoItIsAndStripsWhatClientsClaim() {
        HttpBrowser browser = signedIn();
        JsonNode seen = asked(browser, "/reports?of=may&for=all", CLAIMS);
        assertThat(seen.get("path").asText()).isEqualTo("/reports?of=may&for=all");
        assertThat(BackEnd.header(seen, "X-Auth-User")).isEqualTo(userId);
        assertThat(BackEnd.header(seen, "X-Auth-Email")).isEqualTo(person.email());
        assertThat(BackEnd.header(seen, "X-Auth-Roles").split(","))
                .contains("user")
                .doesNotContain("admin");
        assertThat(BackEnd.header(seen, "X-Auth-Device")).hasSize(36);
        assertThat(seen.toString()).as("tokens").doesNotContain("eyJ", "gateway_access", "gateway_refresh");
    }

    @Test
    void takesABearerTokenAndKeepsItFromTheApplication() {
        HttpBrowser browser = signedIn();
        String token = browser.cookie("gateway_access");
        JsonNode seen =
                get("/reports", Map.of("Authorization", "Bearer " + token)).ok().json();
        assertThat(BackEnd.header(seen, "X-Auth-User")).isEqualTo(userId);
        assertThat(BackEnd.header(seen, "Authorization")).isNull();
    }

    @Test
    void asksForTheRoleAsItIsNow() {
        HttpBrowser browser = signedIn();
        int before = backEnd().requests();
        assertThat(browser.fetch(
                                at("/admin/users"),
                                request -> claims(request, CLAIMS).GET())
                        .status())
                .isEqualTo(403);
        assertThat(backEnd().requests()).isEqualTo(before);
        realm().admin()
                .send(
                        "POST",
                        "/users/" + userId + "/role-mappings/realm",
                        Json.array().add(realm().admin().get("/roles/admin")))
                .ok();
        JsonNode seen = asked(browser, "/admin/users", Map.of());
        assertThat(BackEnd.header(seen, "X-Auth-Roles").split(",")).contains("admin");
    }

    @Test
    void everybodySeesThePublicPartAndIsNobodyThere() {
        JsonNode seen = get("/public/news", CLAIMS).ok().json();
        for (String claim : CLAIMS.keySet()) {
            assertThat(BackEnd.header(seen, claim)).as(claim).isNull();
        }
        JsonNode signedIn = asked(signedIn(), "/public/news", CLAIMS);
        assertThat(BackEnd.header(signedIn, "X-Auth-User")).isNull();
        assertThat(signedIn.toString()).doesNotContain("eyJ");
    }

    @Test
    void aSessionThatIsOverIsOverHereAtOnce() {
        HttpBrowser browser = signedIn();
        asked(browser, "/reports", Map.of());
        String session = realm().admin().sessions(userId).get(0).get("id").asText();
        realm().admin().delete("/sessions/" + session);
        assertThat(browser.fetch(
                                at("/reports"),
                                request -> request.setHeader("Accept", "application/json")
                                        .GET())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aPlantedSecondCookieLetsNobodyIn() {
        HttpBrowser browser = signedIn();
        String token = browser.cookie("gateway_access");
        int before = backEnd().requests();
        assertThat(get("/reports", Map.of("Cookie", "gateway_access=" + token + "; gateway_access=planted"))
                        .status())
                .isIn(400, 403);
        assertThat(backEnd().requests()).isEqualTo(before);
    }

    /** Somebody who has come by the sign-in of the gateway. */
    final HttpBrowser signedIn() {
        HttpBrowser browser = new HttpBrowser();
        browser.open(at("/auth/start?return_to=" + Http.encode(at("/reports"))));
        submit(browser);
        assertThat(browser.page().url()).isEqualTo(at("/reports"));
        return browser;
    }

    final void submit(HttpBrowser browser) {
        browser.submit(
                browser.page().one("#kc-form-login"),
                Map.of("username", person.email(), "password", person.password()));
    }

    final JsonNode asked(HttpBrowser browser, String path, Map<String, String> headers) {
        Answer answer =
                browser.fetch(at(path), request -> claims(request, headers).GET());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    final Answer get(String path, Map<String, String> headers) {
        return Http.send(claims(Http.request(at(path)), headers).GET());
    }

    final String at(String path) {
        return gateway().origin() + path;
    }

    private static java.net.http.HttpRequest.Builder claims(
            java.net.http.HttpRequest.Builder request, Map<String, String> headers) {
        headers.forEach(request::setHeader);
        return request;
    }
}
