package io.keyward.it.sessionapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole story of an account through the session API: by HTTP alone, and from a page in a browser. */
class SessionStoryIT {

    @RegisterExtension
    static final TestRealm realm = Apps.realm().withClient(Apps.spa());

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Person person = Person.ada();
    private final Front front = Front.of(realm);
    private final Set<String> secrets = new HashSet<>();

    @Test
    void byHttpAlone() {
        Answer registered = front.register(person);
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        JsonNode user = registered.json().get("user");
        assertThat(user.get("name").asText()).isEqualTo("Ada Lovelace");
        assertThat(user.get("email").asText()).isEqualTo(person.email());
        assertThat(user.get("role").asText()).isEqualTo("user");
        assertThat(user.get("is_verified").asBoolean()).isFalse();
        assertThat(user.has("created_at") && user.has("updated_at")).isTrue();

        refused(front.login(person), 401, "email_not_verified");
        assertThat(front.browser().cookie("access_token")).isNull();

        String link = realm.mailbox().next(person.email()).token();
        assertThat(front.get("verify/" + link).status()).isEqualTo(200);
        refused(front.get("verify/" + link), 400, "link_invalid");

        Answer login = front.login(person);
        assertThat(login.status()).as(login.body()).isEqualTo(200);
        assertThat(login.json().get("user").get("id").asText())
                .isEqualTo(user.get("id").asText());
        assertThat(login.json().get("user").get("is_verified").asBoolean()).isTrue();
        assertThat(login.json().has("refresh_token")).isFalse();
        assertThat(login.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Front.setCookie(login, "access_token"))
                .contains("HttpOnly", "SameSite=Strict", "Path=/;", "Max-Age=300");
        assertThat(login.headers().allValues("Set-Cookie").stream()
                        .mapToInt(String::length)
                        .sum())
                .isLessThan(4096);
        String before = front.browser().cookie("access_token");

        assertThat(front.get("me").json().get("user").get("email").asText()).isEqualTo(person.email());
        Answer refreshed = front.post("refresh");
        assertThat(refreshed.status()).as(refreshed.body()).isEqualTo(200);
        assertThat(front.browser().cookie("access_token")).isNotEqualTo(before);
        assertThat(front.get("me").status()).isEqualTo(200);
        String refreshToken = Front.value(refreshed, "refresh_token");

        assertThat(front.post("logout").status()).isEqualTo(200);
        refused(front.get("me"), 401, "not_signed_in");
        refused(front.post("refresh"), 401, "not_signed_in");
        refused(front.post("refresh", Json.object().put("refresh_token", refreshToken)), 401, "invalid_refresh_token");
        refused(bearer(before), 401, "not_signed_in");
        assertThat(front.post("logout").status()).isEqualTo(200);

        secrets.add(link);
        reset();
        assertNoSecretInTheLog();
    }

    private void reset() {
        Front elsewhere = Front.of(realm);
        assertThat(elsewhere.login(person).status()).isEqualTo(200);
        assertThat(realm.mailbox().next(person.email()).subject())
                .as("a new device")
                .isNotBlank();
        Answer asked = front.post("forgot-password", Json.object().put("email", person.email()));
        Answer forStranger = front.post(
                "forgot-password", Json.object().put("email", Person.ada().email()));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(forStranger.body()).isEqualTo(asked.body());
        String link = realm.mailbox().next(person.email()).token();
        Person changed = person.withPassword("another horse was correct too");
        Answer weak = front.post("reset-password/" + link, Json.object().put("password", "short"));
        refused(weak, 400, "invalid_input");
        assertThat(weak.json().get("fields").has("password")).isTrue();
        Answer reset = front.post("reset-password/" + link, Json.object().put("password", changed.password()));
        assertThat(reset.status()).as(reset.body()).isEqualTo(200);
        refused(
                front.post("reset-password/" + link, Json.object().put("password", changed.password())),
                400,
                "link_invalid");

        refused(elsewhere.get("me"), 401, "not_signed_in");
        refused(elsewhere.post("refresh"), 401, "invalid_refresh_token");
        refused(front.login(person), 401, "invalid_credentials");
        assertThat(front.login(changed).status()).isEqualTo(200);
        secrets.addAll(elsewhere.secrets());
        secrets.addAll(List.of(link, person.password(), changed.password()));
    }

    private void assertNoSecretInTheLog() {
        // Signed in three times, refreshed once: two cookies each, and what Keyward and Keycloak set beside them.
        assertThat(front.secrets()).hasSizeGreaterThanOrEqualTo(6);
        String log = realm.keyward().stack().node().log();
        assertThat(log).as("the log goes on").contains(realm.name());
        Stream.concat(secrets.stream(), front.secrets().stream())
                .forEach(secret -> assertThat(log.contains(secret))
                        .as("a secret of %d characters is in the log", secret.length())
                        .isFalse());
    }

    @Test
    void fromAPageWhoseScriptsReadNoToken() {
        String origin = realm.appServer().url().replace("127.0.0.1", "localhost");
        realm.admin()
                .changeClient(
                        Apps.SPA,
                        client -> client.putArray("webOrigins").add(Apps.ORIGIN).add(origin));
        Page page = browsers.open();
        page.navigate(origin + "/");

        assertThat(call(
                        page,
                        "POST",
                        "register",
                        Map.of("name", "Ada Lovelace", "email", person.email(), "password", person.password())))
                .startsWith("201 ");
        Map<String, String> credentials = Map.of("email", person.email(), "password", person.password());
        assertThat(call(page, "POST", "login", credentials)).startsWith("401 ").contains("email_not_verified");
        String link = realm.mailbox().next(person.email()).token();
        assertThat(call(page, "GET", "verify/" + link, null)).startsWith("200 ");
        assertThat(call(page, "POST", "login", credentials)).startsWith("200 ").contains(person.email());
        assertThat(page.evaluate("document.cookie")).isEqualTo("");
        assertThat(page.context().cookies()).anyMatch(cookie -> cookie.name.equals("access_token"));
        assertThat(call(page, "GET", "me", null)).startsWith("200 ").contains(person.email());
        assertThat(call(page, "POST", "refresh", Map.of())).startsWith("200 ");
        assertThat(call(page, "GET", "me", null)).startsWith("200 ");
        assertThat(page.evaluate("document.cookie")).isEqualTo("");
        assertThat(call(page, "POST", "logout", Map.of())).startsWith("200 ");
        assertThat(call(page, "GET", "me", null)).startsWith("401 ");
        assertThat(call(page, "POST", "refresh", Map.of())).startsWith("401 ");
        assertThat(page.context().cookies())
                .noneMatch(cookie -> cookie.name.equals("access_token") || cookie.name.equals("refresh_token"));

        Page elsewhere = browsers.open();
        elsewhere.navigate(origin + "/");
        assertThat(call(elsewhere, "POST", "login", credentials)).startsWith("200 ");
        assertThat(realm.mailbox().next(person.email()).subject())
                .as("a new device")
                .isNotBlank();
        assertThat(call(page, "POST", "forgot-password", Map.of("email", person.email())))
                .startsWith("200 ");
        String reset = "reset-password/" + realm.mailbox().next(person.email()).token();
        Map<String, String> chosen = Map.of("password", "another horse was correct too");
        assertThat(call(page, "POST", reset, Map.of("password", "short"))).startsWith("400 ");
        assertThat(call(page, "POST", reset, chosen)).startsWith("200 ");
        assertThat(call(elsewhere, "GET", "me", null)).startsWith("401 ");
        assertThat(call(elsewhere, "POST", "refresh", Map.of())).startsWith("401 ");
        assertThat(call(page, "POST", "login", credentials)).startsWith("401 ");
        assertThat(call(page, "POST", "login", Map.of("email", person.email(), "password", chosen.get("password"))))
                .startsWith("200 ");
        assertThat(page.evaluate("document.cookie")).isEqualTo("");
    }

    /** What a script of the page makes of it: the status and the body. */
    private String call(Page page, String method, String endpoint, Map<String, String> body) {
        return (String) page.evaluate(
                "async ([url, method, body]) => {"
                        + " const answer = await fetch(url, {method, credentials: 'include', body,"
                        + " headers: body ? {'Content-Type': 'application/json', 'Accept': 'application/json'}"
                        + " : {'Accept': 'application/json'}});"
                        + " return answer.status + ' ' + await answer.text(); }",
                java.util.Arrays.asList(
                        front.at(endpoint),
                        method,
                        body == null ? null : Json.write(Json.object().setAll(nodes(body)))));
    }

    private static Map<String, JsonNode> nodes(Map<String, String> values) {
        Map<String, JsonNode> nodes = new java.util.TreeMap<>();
        values.forEach((name, value) -> nodes.put(name, com.fasterxml.jackson.databind.node.TextNode.valueOf(value)));
        return nodes;
    }

    private static Answer bearer(String token) {
        return new Front(realm.url() + "/keyward/auth").get("me", Map.of("Authorization", "Bearer " + token));
    }

    static void refused(Answer answer, int status, String code) {
        assertThat(List.of(answer.status(), answer.json().path("code").asText()))
                .as(answer.body())
                .isEqualTo(List.of(status, code));
        assertThat(answer.json().path("error").asText()).isNotBlank().doesNotStartWith("keyward");
    }
}
