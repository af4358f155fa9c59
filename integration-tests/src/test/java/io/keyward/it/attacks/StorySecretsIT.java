package io.keyward.it.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.SessionApi;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.it.harness.Visitor;
import io.keyward.stack.KeycloakNode;
import java.io.IOException;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** After a whole story, with all that goes wrong in one, neither the logs nor the database hold anything that opens a door. */
class StorySecretsIT {

    @RegisterExtension
    static final TestRealm realm =
            TestRealm.shipped().withClient(Doors.client()).withRequiredAction("keyward-devices", "rotation-grace", "0");

    private final Secrets secrets = new Secrets();
    private final Person person = Person.ada();

    @Test
    void whatOpensADoorIsWrittenNowhere() {
        signUp();
        signInByPrograms();
        signInByTheSessionApi();
        forgetThePassword();
        String wrong = "A-wrong-password-" + UUID.randomUUID();
        new Visitor(realm).signIn(person.email(), wrong);
        realm.direct().password(person.email(), wrong);
        secrets.add("a password that was wrong", wrong);
        assertThat(secrets.count()).isGreaterThan(20);

        Map<String, List<String>> found = new TreeMap<>();
        for (KeycloakNode node : realm.keyward().stack().nodes()) {
            note(found, "log of " + node.name(), node.log());
        }
        Map<String, String> dump = dump();
        assertThat(dump.get("user_entity")).as("the dump is one").contains(person.email());
        dump.forEach((table, rows) -> note(found, "table " + table, rows));
        assertThat(found).isEmpty();
    }

    /** A name that holds a line of a log is written in one line with what it belongs to. */
    @Test
    void nobodyWritesLinesIntoTheLog() {
        String forged = "INFO  [forged] (line) " + UUID.randomUUID();
        String name = "nobody@example.org\r\n2026-01-01 00:00:00,000 " + forged;
        new Visitor(realm).signIn(name, "whatever it may be");
        realm.direct().password(name, "whatever it may be");
        new Visitor(realm).forgot(name);
        new HttpBrowser()
                .userAgent("Agent " + forged)
                .fetch(realm.url() + "/keyward/verify/"
                        + Http.encode("\r\n" + forged).replace("+", "%20"));
        realm.client("x\n" + forged, null).password(name, "whatever");
        String last = "last-" + UUID.randomUUID();
        realm.direct().password(last, "whatever it may be");
        await().atMost(Duration.ofSeconds(20)).until(() -> log().contains(last));
        assertThat(log().lines().filter(line -> line.startsWith("2026-01-01 00:00:00,000") || line.startsWith(forged)))
                .isEmpty();
    }

    private void signUp() {
        Visitor visitor = new Visitor(realm);
        visitor.register(person);
        secrets.add("the first password", person.password());
        Mail mail = realm.mailbox().next(person.email());
        secrets.add("the link to prove an address", mail.token());
        visitor.enterCode("0000 0000");
        visitor.enterCode(mail.code());
        browserSecrets("signing up", visitor);
        TokenAnswer tokens = visitor.tokens();
        secrets.add(
                "the code", realm.appServer().redirect(visitor.authorization()).get("code"));
        tokenSecrets("of the browser", tokens);
        tokenSecrets("of the browser, refreshed", realm.app().refresh(tokens.refreshToken()));
    }

    private void signInByPrograms() {
        TokenAnswer tokens = realm.direct().password(person.email(), person.password(), "openid offline_access");
        tokenSecrets("of a program", tokens);
        TokenAnswer next = realm.direct().refresh(tokens.refreshToken());
        tokenSecrets("of a program, refreshed", next);
        assertThat(realm.direct().refresh(tokens.refreshToken()).error()).isEqualTo("invalid_grant");
        assertThat(realm.direct().refresh(next.refreshToken()).error()).isEqualTo("invalid_grant");
    }

    private void signInByTheSessionApi() {
        HttpBrowser browser = new HttpBrowser();
        JsonNode login = Json.object().put("email", person.email()).put("password", person.password());
        assertThat(browser.fetch(
                                realm.url() + SessionApi.path(Doors.CLIENT) + "login",
                                request -> request.setHeader("Content-Type", "application/json")
                                        .setHeader("Accept", "application/json")
                                        .setHeader("Origin", SessionApi.ORIGIN)
                                        .POST(BodyPublishers.ofString(Json.write(login))))
                        .status())
                .isEqualTo(200);
        secrets.add("the access cookie", browser.cookie("access_token"));
        secrets.add("the refresh cookie", browser.cookie("refresh_token"));
    }

    private void forgetThePassword() {
        // Mails about new devices came in between.
        new Visitor(realm).forgot(person.email());
        String link = null;
        while (link == null) {
            Mail mail = realm.mailbox().next(person.email());
            if (mail.html().contains("/not-me/")) {
                secrets.add("a link that says this was not me", mail.token());
            } else if (mail.html().contains("/reset-password/")) {
                link = mail.link();
                secrets.add("the link to choose a password", mail.token());
            }
        }
        String chosen = "Another-horse-" + UUID.randomUUID();
        Visitor visitor = new Visitor(realm);
        visitor.openLink(link);
        visitor.browser()
                .submit(
                        visitor.page().one("form:has([name=password-new])"),
                        Map.of("password-new", chosen, "password-confirm", chosen));
        secrets.add("the chosen password", chosen);
        Visitor back = new Visitor(realm);
        back.signIn(person.email(), chosen);
        assertThat(back.signedIn()).isTrue();
        browserSecrets("signing in again", back);
    }

    private void browserSecrets(String when, Visitor visitor) {
        for (String cookie : List.of("KEYCLOAK_IDENTITY", "KEYWARD_")) {
            secrets.add("cookie " + cookie + " after " + when, visitor.browser().cookie(cookie));
        }
    }

    private void tokenSecrets(String whose, TokenAnswer tokens) {
        secrets.add("access token " + whose, tokens.accessToken());
        secrets.add("refresh token " + whose, tokens.refreshToken());
        secrets.add("ID token " + whose, tokens.idToken());
    }

    private void note(Map<String, List<String>> found, String where, String text) {
        List<String> secretsInIt = new ArrayList<>(secrets.in(text));
        if (!secretsInIt.isEmpty()) {
            found.put(where, secretsInIt);
        }
    }

    private static String log() {
        return realm.keyward().stack().node().log();
    }

    /** What {@code pg_dump} would write, table by table. */
    private static Map<String, String> dump() {
        Map<String, String> dump = new TreeMap<>();
        try (Connection connection = realm.keyward().stack().database().connect()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : realm.database()
                    .strings("select table_name from information_schema.tables where table_schema = current_schema()"
                            + " and table_type = 'BASE TABLE'")) {
                StringWriter rows = new StringWriter();
                copy.copyOut("copy \"" + table + "\" to stdout", rows);
                dump.put(table, rows.toString());
            }
            return dump;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
