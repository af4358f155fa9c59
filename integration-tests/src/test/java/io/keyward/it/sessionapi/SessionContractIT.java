package io.keyward.it.sessionapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A front end written for a small auth service of its own works after changing its base URL: each call with the fields that such
 * a front end sends, and the status and fields that it looks at, in the order of a person's life.
 */
class SessionContractIT {

    private static final String NATIVE = "native";
    private static final List<String> USER =
            List.of("created_at", "email", "id", "is_verified", "name", "role", "updated_at");

    @RegisterExtension
    static final TestRealm realm = Apps.realm().withClient(Apps.spa());

    @RegisterExtension
    static final TestRealm natives = Apps.realm().withClient(Apps.nativeApp(NATIVE));

    private final Person person = Person.ada();
    private final Front front = Front.of(realm);

    @Test
    void aPagesCalls() {
        // call | body | status | fields of the answer | what some of them are
        row("POST register", "{}", 400, "code error fields", "/code=missing_field");
        row("POST register", account("short"), 400, "code error fields", "/code=invalid_input");
        row(
                "POST register",
                account(person.password()),
                201,
                "message user",
                "/user/is_verified=false",
                "/user/role=user");
        row("POST login", credentials(person.password()), 401, "code continue_url error", "/code=email_not_verified");
        row("GET me", null, 401, "code error", "/code=not_signed_in");

        String link = realm.mailbox().next(person.email()).token();
        row("GET verify/nonsense", null, 400, "code error", "/code=link_invalid");
        row("GET verify/" + link, null, 200, "message");
        row("GET verify/" + link, null, 400, "code error", "/code=link_invalid");

        row("POST login", "{'email': '" + person.email() + "'}", 400, "code error fields", "/code=missing_field");
        row("POST login", credentials("not the one I have"), 401, "code error", "/code=invalid_credentials");
        row(
                "POST login",
                credentials(person.password()),
                200,
                "message user",
                "/user/is_verified=true",
                "/user/role=user");
        row(
                "GET me",
                null,
                200,
                "user",
                "/user/email=" + person.email(),
                "/user/name=Ada Lovelace",
                "/user/is_verified=true");
        row("POST refresh", "{}", 200, "message");
        row("GET me", null, 200, "user");
        row("POST logout", "{}", 200, "message");
        row("GET me", null, 401, "code error", "/code=not_signed_in");
        row("POST refresh", "{}", 401, "code error", "/code=not_signed_in");
        row("POST refresh", "{'refresh_token': 'nonsense'}", 401, "code error", "/code=invalid_refresh_token");
        row("POST logout", "{}", 200, "message");
        row("POST logout", "", 200, "message");

        row("POST forgot-password", "{}", 400, "code error fields", "/code=missing_field");
        row("POST forgot-password", "{'email': 'nobody@example.org'}", 200, "message");
        row("POST forgot-password", "{'email': '" + person.email() + "'}", 200, "message");
        String reset = realm.mailbox().next(person.email()).token();
        String chosen = "another horse was correct too";
        row("POST reset-password/nonsense", "{'password': '" + chosen + "'}", 400, "code error", "/code=link_invalid");
        row("POST reset-password/" + reset, "{'password': 'short'}", 400, "code error fields", "/code=invalid_input");
        row("POST reset-password/" + reset, "{'password': '" + chosen + "'}", 200, "message");
        row("POST reset-password/" + reset, "{'password': '" + chosen + "'}", 400, "code error", "/code=link_invalid");
        row("POST login", credentials(person.password()), 401, "code error", "/code=invalid_credentials");
        row("POST login", credentials(chosen), 200, "message user");
    }

    @Test
    void aUserHasWhatFrontEndsRead() {
        String id = realm.admin().createProvedUser(person);
        assertThat(front.login(person).status()).isEqualTo(200);
        JsonNode user = front.get("me").json().get("user");
        assertThat(names(user)).containsExactlyElementsOf(USER);
        assertThat(user.get("id").asText()).isEqualTo(id);
        assertThat(user.get("is_verified").isBoolean()).isTrue();
        Instant created = Instant.parse(user.get("created_at").asText());
        assertThat(Instant.parse(user.get("updated_at").asText())).isAfterOrEqualTo(created);

        realm.admin()
                .send(
                        "POST",
                        "/users/" + id + "/role-mappings/realm",
                        Json.array().add(realm.admin().get("/roles/admin")))
                .ok();
        assertThat(front.get("me").json().at("/user/role").asText()).isEqualTo("admin");
    }

    /** What people send who would like to be more than they are. */
    @Test
    void nobodyGivesHimselfARole() {
        front.post(
                        "register",
                        Json.of(account(person.password()))
                                .put("role", "admin")
                                .put("is_verified", true)
                                .put("id", "00000000-0000-0000-0000-000000000000"))
                .ok();
        assertThat(front.get("verify/" + realm.mailbox().next(person.email()).token())
                        .status())
                .isEqualTo(200);
        JsonNode user = front.login(person).json().get("user");
        assertThat(user.get("role").asText()).isEqualTo("user");
        assertThat(user.get("id").asText()).doesNotStartWith("00000000");
    }

    /** Signing out succeeds with whatever is left of a session. */
    @Test
    void signingOutAlwaysSucceeds() {
        realm.admin().createProvedUser(person);
        assertThat(front.login(person).status()).isEqualTo(200);
        String over = front.browser().cookie("access_token");
        String overRefresh = front.browser().cookie("refresh_token");
        assertThat(front.post("logout").status()).isEqualTo(200);
        for (String cookie : List.of(
                "access_token=" + over,
                "access_token=" + over + "; refresh_token=" + overRefresh,
                "access_token=nonsense; refresh_token=a.b.c",
                "access_token=" + over.replaceFirst("[^.]*$", "AAAA"),
                "access_token=; refresh_token=",
                "access_token=\"%C3%A4\"")) {
            for (String body : List.of(
                    "",
                    "{}",
                    "{\"refresh_token\": null}",
                    "{\"refresh_token\": \"\"}",
                    "{\"refresh_token\": \"a.b.c\"}")) {
                Answer answer = Http.send(Http.request(front.at("logout"))
                        .header("Origin", Apps.ORIGIN)
                        .header("Content-Type", "application/json")
                        .header("Cookie", cookie)
                        .POST(BodyPublishers.ofString(body)));
                assertThat(answer.status()).as("%s: %s", body, answer.body()).isEqualTo(200);
                assertThat(Front.setCookie(answer, "access_token")).contains("Max-Age=0");
                assertThat(Front.setCookie(answer, "refresh_token")).contains("Max-Age=0");
            }
        }
    }

    /** A client that wants its refresh token itself has it in the body, and nothing in a cookie. */
    @Test
    void aNativeApplicationsCalls() {
        natives.admin().createProvedUser(person);
        Front app = Front.of(natives);
        Answer login = app.login(person);
        assertThat(names(login.json())).containsExactly("message", "refresh_token", "user");
        assertThat(login.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("refresh_token"));

        Answer refreshed = app.post(
                "refresh", Json.object().set("refresh_token", login.json().get("refresh_token")));
        assertThat(refreshed.status()).as(refreshed.body()).isEqualTo(200);
        assertThat(names(refreshed.json())).containsExactly("message", "refresh_token");
        Answer logout = app.post(
                "logout", Json.object().set("refresh_token", refreshed.json().get("refresh_token")));
        assertThat(logout.status()).isEqualTo(200);
        assertThat(app.post(
                                "refresh",
                                Json.object()
                                        .set("refresh_token", refreshed.json().get("refresh_token")))
                        .status())
                .isEqualTo(401);
    }

    private void row(String call, String body, int status, String fields, String... values) {
        String[] parts = call.split(" ");
        Answer answer =
                parts[0].equals("GET") ? front.get(parts[1]) : front.post(parts[1], body.replace('\'', '"'), Map.of());
        String as = call + " " + body + ": " + answer.body();
        assertThat(answer.status()).as(as).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(as).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).as(as).isEqualTo("no-store");
        JsonNode json = answer.json();
        assertThat(names(json)).as(as).containsExactly(fields.split(" "));
        if (json.has("user")) {
            assertThat(names(json.get("user"))).as(as).containsExactlyElementsOf(USER);
        }
        for (String value : values) {
            String[] field = value.split("=", 2);
            assertThat(json.at(field[0]).asText()).as(as).isEqualTo(field[1]);
        }
    }

    private static TreeSet<String> names(JsonNode object) {
        TreeSet<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private String account(String password) {
        return "{'name': 'Ada Lovelace', 'email': '" + person.email() + "', 'password': '" + password + "'}";
    }

    private String credentials(String password) {
        return "{'email': '" + person.email() + "', 'password': '" + password + "'}";
    }
}
