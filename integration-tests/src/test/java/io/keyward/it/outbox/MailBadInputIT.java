package io.keyward.it.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import io.keyward.mailoutbox.smtp.Received;
import io.keyward.mailoutbox.smtp.ScriptedSmtpServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What reaches a mail from people and admins is refused or made harmless: never a second header, never another recipient, and
 * never a queue that stands still.
 */
class MailBadInputIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** In JSON as it is sent; a lone surrogate has no other form. */
    private static final String LONE = "LONE-SURROGATE";

    private static final Set<String> HEADERS = Set.of(
            "date",
            "from",
            "reply-to",
            "to",
            "message-id",
            "subject",
            "mime-version",
            "content-type",
            "auto-submitted",
            "x-mt-category",
            "x-mt-custom-variables");

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private final Person person = Person.ada();

    /** What is put behind something harmless. */
    enum Poison {
        LINE_ENDS("\r\nBcc: evil@example.org\r\n\r\nnot the body"),
        BARE_LINE_END("\nBcc: evil@example.org"),
        NUL("\0Bcc: evil@example.org"),
        HUGE("x".repeat(100_000)),
        HALF_A_CHARACTER(LONE + "Bcc: evil@example.org");

        private final String text;

        Poison(String text) {
            this.text = text;
        }
    }

    @BeforeEach
    void use() {
        MailServers.use(realm.admin(), server, Map.of());
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** The realm's name stands in the subjects. */
    @ParameterizedTest
    @EnumSource
    void inTheNameOfTheRealm(Poison poison) {
        ObjectNode change = Json.object().put("displayName", "Keyward" + poison.text);
        Answer answer = put("", change);
        try {
            new Visitor(realm).register(person);
            Received mail = clean(person.email());
            if (answer.status() / 100 == 2) {
                assertThat(mail.header("Subject")).contains("Keyward");
            }
        } finally {
            put("", change.put("displayName", "Keyward"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void inTheNameOfTheSender(Poison poison) {
        ObjectNode change = Json.object();
        change.set("smtpServer", MailServers.settings(server, Map.of("fromDisplayName", "Keyward" + poison.text)));
        put("", change);
        new Visitor(realm).register(person);
        assertThat(clean(person.email()).header("From")).contains("keyward@example.org");
    }

    /** An import asks no form's questions. */
    @ParameterizedTest
    @EnumSource
    void inTheNameOfAPerson(Poison poison) {
        Answer imported = imported(
                user(person.email()).put("firstName", "Ada" + poison.text).put("emailVerified", false));
        if (imported.status() / 100 == 2) {
            Visitor visitor = new Visitor(realm);
            visitor.signIn(person.email(), person.password());
            assertThat(visitor.waits()).as(visitor.page().text()).isTrue();
            clean(person.email());
        }
        theQueueGoesOn();
    }

    @ParameterizedTest
    @EnumSource
    void inAnAddress(Poison poison) {
        String username = UUID.randomUUID().toString();
        Answer imported = imported(user(username).put("email", person.email() + poison.text));
        if (imported.status() / 100 == 2) {
            long before = rows().all();
            String id = realm.admin()
                    .get("/users?exact=true&username=" + username)
                    .get(0)
                    .get("id")
                    .asText();
            assertThat(realm.admin()
                            .send("PUT", "/users/" + id + "/execute-actions-email", Json.array("UPDATE_PASSWORD"))
                            .status())
                    .isGreaterThanOrEqualTo(400);
            assertThat(rows().all()).isEqualTo(before);
        }
        theQueueGoesOn();
        assertThat(server.to(person.email())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void inTheFormOfSomebodyWhoSignsUp(Poison poison) {
        for (Person nasty : List.of(
                person.withEmail(person.email() + poison.text),
                new Person(person.email(), "Ada" + poison.text, "Lovelace", person.password()))) {
            Visitor visitor = new Visitor(realm);
            visitor.register(nasty);
            assertThat(visitor.page().status()).isLessThan(500);
        }
        theQueueGoesOn();
        server.to(person.email()).forEach(mail -> assertClean(mail, person.email()));
    }

    @Test
    void aMailThatCannotBeReadFailsAlone() {
        Recipients recipients = Recipients.create(
                realm.admin(),
                List.of("first." + person.email(), "poisoned." + person.email(), "third." + person.email()));
        server.down();
        assertThat(recipients.mailAll()).hasSize(3);
        String poisoned = recipients.id("poisoned." + person.email());
        assertThat(realm.database().update("update keyward_mail set content = 'AQAA' where user_id = ?", poisoned))
                .isEqualTo(1);
        await("the poisoned one").atMost(PATIENCE).until(() -> rows().told(poisoned), "failed unreadable 0"::equals);
        server.up();
        await("the others")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(server.received())
                        .extracting(Received::address)
                        .containsExactlyInAnyOrder("first." + person.email(), "third." + person.email()));
    }

    private ObjectNode user(String username) {
        ObjectNode user = Json.object()
                .put("username", username)
                .put("email", username.contains("@") ? username : username + "@example.org")
                .put("firstName", "Ada")
                .put("lastName", "Lovelace")
                .put("emailVerified", true)
                .put("enabled", true);
        user.putArray("credentials").addObject().put("type", "password").put("value", person.password());
        user.putArray("realmRoles").add("default-roles-" + realm.name());
        return user;
    }

    private static Answer imported(JsonNode user) {
        ObjectNode imported = Json.object().put("ifResourceExists", "FAIL");
        imported.putArray("users").add(user);
        return send("POST", "/partialImport", imported);
    }

    private static Answer put(String path, JsonNode body) {
        return send("PUT", path, body);
    }

    private static Answer send(String method, String path, JsonNode body) {
        return Http.send(Http.request(realm.keyward().url() + "/admin/realms/" + realm.name() + path)
                .header("Authorization", "Bearer " + realm.keyward().admin().token())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(Json.write(body).replace(LONE, "\\ud800"))));
    }

    /** A mail that comes after the poison arrives. */
    private void theQueueGoesOn() {
        Person other = Person.ada();
        new Visitor(realm).register(other);
        clean(other.email());
    }

    /** Waits for the mail, and looks at what came over the wire. */
    private Received clean(String address) {
        Received mail = await("a mail")
                .atMost(PATIENCE)
                .until(() -> server.to(address), mails -> !mails.isEmpty())
                .get(0);
        assertClean(mail, address);
        await("nothing waits")
                .atMost(PATIENCE)
                .until(() -> rows().count("status in ('queued', 'sending', 'retrying')") == 0);
        assertThat(server.received()).extracting(Received::address).noneMatch(to -> to.contains("evil"));
        return mail;
    }

    private static void assertClean(Received mail, String address) {
        List<String> names = mail.headers().stream()
                .map(header -> header.split(":", 2)[0].toLowerCase(Locale.ROOT))
                .toList();
        assertThat(names).doesNotHaveDuplicates().isSubsetOf(HEADERS);
        assertThat(mail.header("To")).isEqualTo(address);
        assertThat(mail.data().lines().mapToInt(String::length).max().orElse(0))
                .as("the longest line")
                .isLessThan(999);
    }

    private static OutboxRows rows() {
        return new OutboxRows(realm.database(), realm.id());
    }
}
